import { describe, expect, test } from 'vitest';
import { keyRefresherRoleName } from '../../../infra/data/key-set-policy.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { named, ofEveryone, statementsOf } from '../rights/policies.ts';
import { only, stage } from '../synthesised.ts';

const statement = () => {
  const [replica] = named('AWS::DynamoDB::GlobalTable', 'Data/Organisation').properties['Replicas'] as [
    { ResourcePolicy: { PolicyDocument: unknown } },
  ];
  return only(statementsOf(replica.ResourcePolicy.PolicyDocument));
};

describe('SEC-5 identity providers’ public keys are stored by one role', () => {
  test('everybody else is refused, whatever other rights they have', () => {
    expect(statement()).toMatchObject({
      Effect: 'Deny',
      Resource: '*',
      Condition: {
        'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': expect.anything() },
        ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${stage.account}:role/${keyRefresherRoleName}` },
      },
    });
    expect(ofEveryone(statement())).toBe(true);
  });

  test('every way to write a row counts, and reading does not', () => {
    const written = ['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLInsert', 'PartiQLUpdate'];
    expect(statement().actions.toSorted()).toEqual(
      [...written, 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    );
  });

  test('the rows are those that keys are kept in, and the role is the refresher’s', () => {
    const { Condition } = statement() as { Condition: Record<string, Record<string, unknown>> };
    const [beginning] = [Condition['ForAnyValue:StringLike']?.['dynamodb:LeadingKeys']].flat();
    expect(keys.keySet('https://staff.example').pk.startsWith(String(beginning).replace('*', ''))).toBe(true);
    const role = named('AWS::IAM::Role', 'Schedule/RefreshKeySets/Role');
    expect(role.properties['RoleName']).toBe(keyRefresherRoleName);
  });
});
