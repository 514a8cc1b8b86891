import { randomUUID } from 'node:crypto';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRemoveMediaObjects } from '../../../functions/media/remove-media-objects.ts';
import { openBuckets } from '../../../shared/storage/s3-client.ts';
import { createUploadStore } from '../../../shared/storage/s3-upload-store.ts';
import {
  type Hanging,
  type HangingServer,
  impatientWith,
  startHangingServer,
} from '../../support/hanging-server.ts';
import { database } from '../../support/mocked-database.ts';

const ids = { momentId: randomUUID(), mediaId: randomUUID() };
let server: HangingServer | undefined;

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
});

const storeOn = async (hanging: Hanging) => {
  server = await startHangingServer(hanging);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', server.endpoint);
  const names = { MEDIA_QUARANTINE_BUCKET: 'q', MEDIA_PUBLISHED_BUCKET: 'p' };
  return createUploadStore(openBuckets(names, impatientWith[hanging]));
};

const removal = {
  ...{ eventId: randomUUID(), at: '2026-11-23T10:00:00.000Z', activity: 'media-removed' },
  ...{ outcome: 'performed', operationId: 'removeMedia', correlationId: randomUUID() },
  ...{ actor: { kind: 'system', function: 'test' }, provider: 'TST5565594230-1000', resource: ids },
};
const event = {
  Records: [{ eventID: '1', dynamodb: { SequenceNumber: '17', NewImage: marshall(removal) } }],
} as unknown as DynamoDBStreamEvent;

describe.each(['silent', 'stalled'] as const)(
  'MED-6 storage that takes what it is asked and is %s',
  (hanging) => {
    it('makes the record fail that it could not be asked for, to be told again', async () => {
      const store = await storeOn(hanging);
      const lines: string[] = [];
      const write = (line: string) => void lines.push(line);
      const handler = createRemoveMediaObjects(() => ({
        database,
        store,
        log: { info: write, error: write },
      }));
      const answer = await handler(event, {} as never, () => undefined);
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '17' }] });
      expect(lines).toEqual(['media-objects-not-removed']);
    });

    it('is not waited for to judge an upload', async () => {
      const store = await storeOn(hanging);
      const uploaded = { ...ids, version: undefined };
      await expect(store.inspect(uploaded, 'image/png')).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  },
);
