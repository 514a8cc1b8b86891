import { describe, expect, test } from 'vitest';
import { scannerRoleName } from '../../../infra/media/media-policies.ts';
import { mediaPrefix } from '../../../infra/rights/storage-grants.ts';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import { bucketArn, expectedFunctions, mediaIn } from '../expected-functions.ts';
import { bucketPolicy, ofEveryone } from '../rights/policies.ts';
import { ofType, only, permissions, stage } from '../synthesised.ts';

const role = (name: string) => `arn:aws:iam::${stage.account}:role/${name}`;
const scanner = role(scannerRoleName);
const verifier = role('stod-och-behandling-verify-upload');
const signer = role('stod-och-behandling-create-media-upload');
const allBut = (...roles: string[]) => ({ ArnNotEquals: { 'aws:PrincipalArn': roles } });
const reading = ['s3:GetObject', 's3:GetObjectVersion'];
const tagging = ['Put', 'Delete'].flatMap((verb) =>
  ['Object', 'ObjectVersion'].map((of) => `s3:${verb}${of}Tagging`),
);
const unlessClean = {
  StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
};

/** Bucket, statement, what it denies to everyone, and unless what. */
const denials: [string, string, string[], object][] = [
  ['Quarantine', 'OnlyScannerAndVerifierRead', reading, allBut(scanner, verifier)],
  ['Quarantine', 'OnlyCleanIsRead', reading, { ...unlessClean, ...allBut(scanner) }],
  ['Quarantine', 'OnlyTheScannerTags', tagging, allBut(scanner)],
  ['Quarantine', 'OnlyTicketsPut', ['s3:PutObject'], allBut(signer)],
  ['Published', 'OnlyCleanIsRead', reading, unlessClean],
  ['Published', 'OnlyScannerAndVerifierTag', tagging, allBut(scanner, verifier)],
  ['Published', 'OnlyTheVerifierPuts', ['s3:PutObject'], allBut(verifier)],
  ...['Quarantine', 'Published'].map((name): [string, string, string[], object] => [
    name,
    'LinksAreShort',
    [...reading, 's3:PutObject'],
    { NumericGreaterThan: { 's3:signatureAge': 3_600_000 } },
  ]),
];

describe('MED-4 what nobody may do to media, whatever other rights they have', () => {
  test.each(denials)('in %s: %s', (name, sid, denied, condition) => {
    const { Effect, actions, Condition, ...rest } = only(
      bucketPolicy(`Media/${name}`).filter(({ Sid }) => Sid === sid),
    );
    expect([Effect, ofEveryone(rest), actions.toSorted()]).toEqual(['Deny', true, denied.toSorted()]);
    expect(Condition).toEqual(condition);
  });

  test.each(['Quarantine', 'Published'])('%s says nothing else but that TLS is new', (name) => {
    const sids = bucketPolicy(`Media/${name}`).flatMap(({ Sid, actions }) => Sid ?? actions);
    expect(sids.toSorted()).toEqual(
      ['s3:*', 's3:*', ...denials.flatMap(([bucket, sid]) => (bucket === name ? sid : []))].toSorted(),
    );
  });

  test('the scanner may show with one object that it can scan, and puts no other', () => {
    const { Resource, NotResource } = only(
      bucketPolicy('Media/Quarantine').filter(({ Sid }) => Sid === 'OnlyTicketsPut'),
    );
    expect(Resource).toBeUndefined();
    expect(JSON.stringify(NotResource)).toMatch(/"\/malware-protection-resource-validation-object"/);
  });

  test('a browser on the internet may come with a link or ticket: no statement asks for a network', () => {
    const asked = ['Quarantine', 'Published'].flatMap((name) =>
      bucketPolicy(`Media/${name}`).flatMap(({ Condition = {} }) =>
        Object.values(Condition).flatMap((keys) => Object.keys(keys)),
      ),
    );
    expect([...new Set(asked)].toSorted()).toEqual([
      'aws:PrincipalArn',
      'aws:SecureTransport',
      's3:ExistingObjectTag/GuardDutyMalwareScanStatus',
      's3:TlsVersion',
      's3:signatureAge',
    ]);
  });
});

describe('MED-4 SEC-5 the policies and the functions’ own rights agree', () => {
  const roles = ofType('AWS::IAM::Role');
  const holders = (action: string, bucket: 'quarantine' | 'published') =>
    roles
      .filter((one) => permissions(one).includes(`Allow s3:${action} ${mediaIn(bucket)}`))
      .map(({ properties }) => role(String(properties['RoleName'])));

  test.each([
    ['GetObjectVersion', 'quarantine', [verifier]],
    ['PutObject', 'quarantine', [signer]],
    ['PutObjectTagging', 'quarantine', []],
    ['PutObject', 'published', [verifier]],
    ['PutObjectTagging', 'published', [verifier]],
  ] as const)('%s in %s is granted to whom its policy lets, and to no other', (action, bucket, expected) => {
    expect(holders(action, bucket)).toEqual(expected);
  });

  test('what the server calls an object is what rights and events are for', () => {
    const key = objectKey({ momentId: 'one', mediaId: 'two' });
    expect(`${mediaIn('quarantine').replace('*', '')}${key.replace(mediaPrefix, '')}`).toBe(
      `${bucketArn('quarantine')}/${key}`,
    );
  });

  test('a version is removed for good from quarantine only', () => {
    expect(holders('DeleteObjectVersion', 'published')).toEqual([]);
  });

  test('every function that a policy of a bucket or table knows has a named role, and no other', () => {
    const named = roles.flatMap(({ path, properties }) => (properties['RoleName'] ? [path] : []));
    const storing = expectedFunctions.filter(({ rights }) =>
      rights.some((right) => right.includes('/moments/*')),
    );
    expect(storing.length).toBeGreaterThan(2);
    expect(named.toSorted()).toEqual(
      [
        'Audit/WriteAuditLog/Role',
        'Schedule/RefreshKeySets/Role',
        ...storing.map(({ construct }) => `${construct}/Role`),
      ].toSorted(),
    );
  });
});
