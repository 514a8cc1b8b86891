import { describe, expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { tablesInTemplate } from '../../../infra/local/data/tables.ts';
import { grantsOf } from '../../../shared/contract/grants-of.ts';
import { ofType, only, stacks, text } from '../synthesised.ts';

const names = ['Organisation', 'Moments', 'Instances', 'Activities', 'AuditLog'];
const tables = ofType('AWS::DynamoDB::GlobalTable');
const table = (name: string) => only(tables.filter(({ path }) => path === `Data/${name}`));
const replica = (name: string) => only(table(name).properties['Replicas'] as Record<string, unknown>[]);
const indexesOf = (name: string) =>
  ((table(name).properties['GlobalSecondaryIndexes'] ?? []) as { IndexName: string }[]).map(
    ({ IndexName }) => IndexName,
  );

describe('SEC-1 SEC-2 SEC-4 the tables', () => {
  test('are the five of the design', () => {
    expect(tables.map(({ path }) => path).sort()).toEqual(names.map((name) => `Data/${name}`).sort());
  });

  test.each(names)('%s lies in eu-north-1 and is replicated nowhere', (name) => {
    expect(replica(name)['Region']).toBe('eu-north-1');
  });

  test.each(names)('%s can be restored to any second of 35 days', (name) => {
    expect(replica(name)['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  test.each(names)('%s outlives its stack and refuses to be deleted', (name) => {
    expect(replica(name)['DeletionProtectionEnabled']).toBe(true);
    expect(table(name).whole).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test.each(names)('%s is encrypted with an own key, the log with its own', (name) => {
    const { KMSMasterKeyId } = replica(name)['SSESpecification'] as { KMSMasterKeyId: unknown };
    expect(text('Data', KMSMasterKeyId)).toBe(name === 'AuditLog' ? 'Data/AuditKey.Arn' : 'Data/Key.Arn');
    expect(table(name).properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });

  test.each(names)('%s shows no keys in Contributor Insights', (name) => {
    expect(replica(name)['ContributorInsightsSpecification']).toEqual({ Enabled: false });
  });

  test('the secrets are kept, under the tables’ key', () => {
    const secrets = ofType('AWS::SecretsManager::Secret');
    expect(secrets.map(({ path }) => path).sort()).toEqual(['Data/PersonKeySecret', 'Data/RegisterKey']);
    for (const { properties, whole } of secrets) {
      expect(text('Data', properties['KmsKeyId'])).toBe('Data/Key.Arn');
      expect(whole).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('no stack can be deleted by mistake', () => {
    expect(stacks.filter(({ terminationProtection }) => !terminationProtection)).toEqual([]);
  });
});

describe('CARE-14 the indexes of the lists of staff', () => {
  const indexes = (table('Instances').properties['GlobalSecondaryIndexes'] ?? []) as {
    readonly IndexName: string;
    readonly KeySchema: readonly { readonly AttributeName: string; readonly KeyType: string }[];
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];

  test.each([
    ['byUnit', ['unit']],
    ['byPractitioner', ['unit', 'practitioner']],
  ])(
    '%s holds what is listed and no more: no version, which each write changes, and no word of staff',
    (name, of) => {
      const index = only(indexes.filter(({ IndexName }) => IndexName === name));
      const partition = index.KeySchema.filter(({ KeyType }) => KeyType === 'HASH');
      expect(partition.map(({ AttributeName }) => AttributeName)).toEqual(of);
      const sort = index.KeySchema.filter(({ KeyType }) => KeyType === 'RANGE');
      expect(sort.map(({ AttributeName }) => AttributeName)).toEqual(['priority', 'since', 'pk']);
      expect(index.Projection.ProjectionType).toBe('INCLUDE');
      const held = index.Projection.NonKeyAttributes ?? [];
      expect(held).toEqual(expect.arrayContaining(['resident', 'title', 'unreadFromResident', 'categories']));
      for (const left of ['version', 'activityId', 'ending', 'openedAt', 'unreadFromStaff'])
        expect(held).not.toContain(left);
      // DynamoDB takes no more of one index.
      expect(held.length).toBeLessThanOrEqual(20);
    },
  );
});

describe('tables and grants agree', () => {
  test('every index that a contract or trigger may query is there, and the reverse', () => {
    const all = [
      ...routes.flatMap(({ contract }) => grantsOf(contract)),
      ...triggers.flatMap(({ grants }) => grants),
    ];
    const granted = all.flatMap(({ table: of, indexes = [] }) =>
      indexes.map((index) => `${of} ${index}`.toLowerCase()),
    );
    const built = names.flatMap((name) => indexesOf(name).map((index) => `${name} ${index}`.toLowerCase()));
    expect([...new Set(granted)].sort()).toEqual(built.sort());
  });

  test('the local tables are made from the same template', () => {
    const local = tablesInTemplate().map(({ properties }) => properties.KeySchema);
    expect(local).toEqual(names.map((name) => table(name).properties['KeySchema']));
  });
});
