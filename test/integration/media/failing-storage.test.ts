import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVerifyUpload } from '../../../functions/media/verify-upload.ts';
import { s3Event } from '../../../infra/local/triggers/object-events.ts';
import { found } from '../../../shared/domain/found.ts';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import { verdicts, verdictTag } from '../../../shared/storage/scan-verdict.ts';
import { buckets, failuresOfS3, mockedStore, s3, saidByS3 } from '../../support/mocked-storage.ts';
import { seedPeople } from '../../support/people.ts';
import { newMoment } from '../../support/story.ts';
import { type Announced, announce } from '../../support/upload.ts';
import { World } from '../../support/world.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
});
afterAll(() => world.objects.server.stop());
beforeEach(() => {
  s3.reset();
  s3.on(DeleteObjectCommand).resolves({});
  s3.on(CopyObjectCommand).resolves({});
});

const stateOf = async ({ params }: Announced) =>
  found(await world.runtime.stores.moments.media(params.momentId, params.mediaId)).value.state;

/** All at once, in one event. */
const verify = (...uploads: readonly Announced[]): Promise<void> => {
  const { database, runtime } = world;
  const handler = createVerifyUpload(() => ({
    ...{ database, store: mockedStore, log: runtime.log, now: () => world.now() },
  }));
  const Records = uploads.flatMap(({ params }) => {
    const told = { name: 'ObjectTagging:Put', bucket: 'quarantine', versionId: 'v', bytes: 70 } as const;
    return s3Event({ ...told, key: objectKey(params) }, new Date()).Records;
  });
  return handler({ Records });
};

describe('MED-4 an upload that S3 cannot show now', () => {
  it.each([...failuresOfS3, 'AccessDenied'])('is neither judged nor lost where it says %s', async (name) => {
    const upload = await announce(world, momentId);
    s3.on(GetObjectTaggingCommand).resolves({ TagSet: [{ Key: verdictTag, Value: verdicts.clean }] });
    s3.on(HeadObjectCommand).resolves({ ContentLength: 70 });
    s3.on(GetObjectCommand).rejects(saidByS3(name));
    await expect(verify(upload)).rejects.toThrow('1 of 1 uploads not verified');
    expect(await stateOf(upload)).toBe('awaiting-upload');
    expect(s3).not.toHaveReceivedCommand(DeleteObjectCommand);
    expect(s3).not.toHaveReceivedCommand(CopyObjectCommand);
  });

  it('does not keep another in the same event from being judged', async () => {
    const [kept, judged] = [await announce(world, momentId), await announce(world, momentId)];
    s3.on(GetObjectTaggingCommand).resolves({
      TagSet: [{ Key: verdictTag, Value: verdicts.infected }],
    });
    s3.on(GetObjectTaggingCommand, { Key: objectKey(kept.params) }).rejects(saidByS3('SlowDown'));
    await expect(verify(kept, judged)).rejects.toThrow('1 of 2 uploads not verified');
    expect([await stateOf(kept), await stateOf(judged)]).toEqual(['awaiting-upload', 'rejected']);
    expect(s3).toHaveReceivedCommandExactlyOnceWith(DeleteObjectCommand, {
      ...{ Bucket: buckets.quarantine, Key: objectKey(judged.params) },
    });
  });
});
