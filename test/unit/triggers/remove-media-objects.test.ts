import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRemoveMediaObjects } from '../../../functions/media/remove-media-objects.ts';
import { anActivity, database } from '../../support/mocked-database.ts';
import { buckets, failuresOfS3, mockedStore, s3, saidByS3 } from '../../support/mocked-storage.ts';
import { aLog, failedOf } from './stream-records.ts';

const momentId = '0198c1d2-0000-7000-8000-00000000000a';
const mediaIds = [1, 2, 3].map((n) => `0198c1d2-0000-4000-8000-00000000000${n}`);
const removals = mediaIds.map((mediaId) => ({
  ...{ ...anActivity, activity: 'media-removed', operationId: 'removeMedia' },
  resource: { momentId, mediaId },
}));
const keyOf = (n: number) => `moments/${momentId}/${mediaIds[n - 1]}`;
const handler = createRemoveMediaObjects(() => ({ database, store: mockedStore, log: aLog() }));

beforeEach(() => void s3.reset());

describe('MED-6 files whose bytes S3 does not delete', () => {
  it.each(failuresOfS3)('are given again where it says %s, and those alone', async (name) => {
    s3.on(DeleteObjectCommand).resolves({});
    s3.on(DeleteObjectCommand, { Bucket: buckets.published, Key: keyOf(2) }).rejects(saidByS3(name));
    expect(await failedOf(handler, removals)).toEqual(['2']);
    for (const n of [1, 2, 3])
      for (const Bucket of Object.values(buckets))
        expect(s3).toHaveReceivedCommandWith(DeleteObjectCommand, { Bucket, Key: keyOf(n) });
  });
});
