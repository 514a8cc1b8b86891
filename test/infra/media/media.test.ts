import { describe, expect, test } from 'vitest';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { named } from '../rights/policies.ts';
import { only, stage } from '../synthesised.ts';

const bucket = (name: string) => named('AWS::S3::Bucket', `Media/${name}`).properties;
const rule = (name: string, id: string) => {
  const { Rules } = bucket(name)['LifecycleConfiguration'] as { Rules: { Id: string }[] };
  return only(Rules.filter(({ Id }) => Id === id));
};
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
      ExpiredObjectDeleteMarker: true,
    });
  });

  test('MED-4 the bucket a function writes of, and the bucket there is, have one name', () => {
    const { Environment } = named('AWS::Lambda::Function', 'Media/VerifyUpload/Function').properties as {
      Environment: { Variables: Record<string, unknown> };
    };
    expect([bucket('Quarantine')['BucketName'], bucket('Published')['BucketName']]).toEqual([
      Environment.Variables['MEDIA_QUARANTINE_BUCKET'],
      Environment.Variables['MEDIA_PUBLISHED_BUCKET'],
    ]);
  });
});

describe('a page of the stage’s front ends, and no other, may', () => {
  const shared = (name: string) =>
    only((bucket(name)['CorsConfiguration'] as { CorsRules: Record<string, unknown>[] }).CorsRules);

  test('post to quarantine', () => {
    expect(shared('Quarantine')).toEqual({
      AllowedOrigins: stage.allowedOrigins,
      AllowedMethods: ['POST'],
      AllowedHeaders: ['Content-Type'],
      ExposedHeaders: ['ETag'],
      MaxAge: 3600,
    });
  });

  test('get what is published, in parts, and see what it is called', () => {
    expect(shared('Published')).toEqual({
      AllowedOrigins: stage.allowedOrigins,
      AllowedMethods: ['GET'],
      AllowedHeaders: ['If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range', 'Range'],
      ExposedHeaders: ['Accept-Ranges', 'Content-Disposition', 'Content-Length', 'Content-Range', 'ETag'],
      MaxAge: 3600,
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
