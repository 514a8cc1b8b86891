import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from 'vitest';
import { copiedWithinMs, storagePatience } from '../../../shared/config/aws-patience.ts';
import { verdicts, verdictTag } from '../../../shared/storage/scan-verdict.ts';
import { buckets, failuresOfS3, mockedStore, s3, saidByS3 } from '../../support/mocked-storage.ts';

const uploaded = { momentId: 'm-1', mediaId: 'f-1', version: 'v/1' };
const Key = 'moments/m-1/f-1';
const tagged = (Value: string) => ({ TagSet: [{ Key: verdictTag, Value }] });

beforeEach(() => void s3.reset());

describe('MED-4 an upload looked into', () => {
  it('is not read until the scanner has found it clean', async () => {
    s3.on(GetObjectTaggingCommand).resolves({ TagSet: [] });
    expect(await mockedStore.inspect(uploaded, 'image/png')).toEqual({ scan: 'pending' });
    expect(s3).toHaveReceivedCommandExactlyOnceWith(GetObjectTaggingCommand, {
      ...{ Bucket: buckets.quarantine, Key, VersionId: 'v/1' },
    });
    expect(s3).not.toHaveReceivedCommand(HeadObjectCommand);
    expect(s3).not.toHaveReceivedCommand(GetObjectCommand);
  });

  it('that is empty is told by its size, for no part of nothing can be read', async () => {
    s3.on(GetObjectTaggingCommand).resolves(tagged(verdicts.clean));
    s3.on(HeadObjectCommand).resolves({ ContentLength: 0 });
    expect(await mockedStore.inspect(uploaded, 'image/png')).toMatchObject({ scan: 'clean', bytes: 0 });
    expect(s3).not.toHaveReceivedCommand(GetObjectCommand);
  });

  it.each(failuresOfS3)('is judged by nothing less than all of it: %s is passed on', async (name) => {
    s3.on(GetObjectTaggingCommand).resolves(tagged(verdicts.clean));
    s3.on(HeadObjectCommand).resolves({ ContentLength: 10 });
    s3.on(GetObjectCommand).rejects(saidByS3(name));
    await expect(mockedStore.inspect(uploaded, 'image/png')).rejects.toMatchObject({ name });
  });
});

describe('MED-4 an upload accepted', () => {
  it('is copied in that version, and given the time a film takes', async () => {
    s3.on(CopyObjectCommand).resolves({});
    await mockedStore.accept(uploaded);
    expect(s3).toHaveReceivedCommandExactlyOnceWith(CopyObjectCommand, {
      ...{ Bucket: buckets.published, Key, ChecksumAlgorithm: 'SHA256' },
      CopySource: `${buckets.quarantine}/${Key}?versionId=v%2F1`,
    });
    const sent: readonly unknown[] | undefined = s3.commandCalls(CopyObjectCommand)[0]?.args;
    expect(sent?.[1]).toEqual({ requestTimeout: copiedWithinMs });
    expect(copiedWithinMs).toBeLessThanOrEqual(storagePatience.silentForMs);
  });
});

describe('MED-6 a file removed', () => {
  it('is deleted where it can be, and said not to be where one bucket fails', async () => {
    s3.on(DeleteObjectCommand, { Bucket: buckets.quarantine }).rejects(saidByS3('SlowDown'));
    s3.on(DeleteObjectCommand, { Bucket: buckets.published }).resolves({});
    await expect(mockedStore.remove(uploaded)).rejects.toMatchObject({ name: 'SlowDown' });
    expect(s3).toHaveReceivedCommandWith(DeleteObjectCommand, { Bucket: buckets.published, Key });
  });
});
