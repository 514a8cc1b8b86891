import { describe, expect, test } from 'vitest';
import { scannerRoleName } from '../../infra/media-stack.ts';
import { readStage } from '../../infra/stage.ts';
import { stageSettings } from '../../infra/stage-settings.ts';
import { bucketPolicy, named, ofEveryone } from './policies.ts';
import { only, stage } from './synthesised.ts';

const bucket = (name: string) => named('AWS::S3::Bucket', `Media/${name}`).properties;
const rule = (name: string, id: string) => {
  const { Rules } = bucket(name)['LifecycleConfiguration'] as { Rules: { Id: string }[] };
  return only(Rules.filter(({ Id }) => Id === id));
};
const refusal = (name: string, sid: string) =>
  only(bucketPolicy(`Media/${name}`).filter(({ Sid }) => Sid === sid));
const butTheScanner = {
  ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${stage.account}:role/${scannerRoleName}` },
};
const unlessClean = {
  StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
};

describe('MED-4 nothing is read before it is found clean', () => {
  test.each([
    ['Quarantine', { ...unlessClean, ...butTheScanner }],
    ['Published', unlessClean],
  ])('in %s, in any version', (name, condition) => {
    const { Effect, actions, Condition, ...rest } = refusal(name, 'OnlyCleanIsRead');
    expect([Effect, actions, ofEveryone(rest)]).toEqual([
      'Deny',
      ['s3:GetObject', 's3:GetObjectVersion'],
      true,
    ]);
    expect(Condition).toEqual(condition);
  });

  test.each(['Quarantine', 'Published'])('in %s only the scanner says what is clean', (name) => {
    const { Effect, actions, Condition, ...rest } = refusal(name, 'OnlyTheScannerTags');
    expect([Effect, ofEveryone(rest), Condition]).toEqual(['Deny', true, butTheScanner]);
    expect(actions.sort()).toEqual([
      's3:DeleteObjectTagging',
      's3:DeleteObjectVersionTagging',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    ]);
  });
});

describe('what becomes of media', () => {
  test('an upload that is never accepted is removed when the stage’s days are over', () => {
    expect(rule('Quarantine', 'never-accepted')).toMatchObject({
      Status: 'Enabled',
      ExpirationInDays: stage.media.quarantineDays,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
  });

  test('MED-6 what is shown never expires; what was removed is kept as long as a table can go back in time', () => {
    expect(rule('Published', 'removed')).toEqual({
      Id: 'removed',
      Status: 'Enabled',
      NoncurrentVersionExpiration: { NoncurrentDays: 35 },
    });
  });

  test.each([
    ['Quarantine', 'POST'],
    ['Published', 'GET'],
  ])('%s answers the stage’s front ends to %s and no other page', (name, method) => {
    expect(bucket(name)['CorsConfiguration']).toEqual({
      CorsRules: [{ AllowedOrigins: stage.allowedOrigins, AllowedMethods: [method], MaxAge: 3600 }],
    });
  });
});

describe('MED-1 limits of media', () => {
  const withLimits = (limits: object) => () =>
    readStage('test', {
      test: {
        ...stageSettings.test,
        media: { ...stageSettings.test.media, limits: { ...stageSettings.test.media.limits, ...limits } },
      },
    });

  test.each(Object.keys(stageSettings.test.media.limits))('without %s synth fails and names it', (kind) => {
    expect(withLimits({ [kind]: undefined })).toThrow(` media.limits.${kind}: `);
  });

  test.each(['image/svg+xml', 'text/html'])('%s is not a format anyone can allow', (format) => {
    expect(withLimits({ image: { megabytes: 10, types: [format] } })).toThrow(
      ' media.limits.image.types.0: ',
    );
    expect(withLimits({ document: { megabytes: 10, types: [format] } })).toThrow(
      ' media.limits.document.types.0: ',
    );
  });
});
