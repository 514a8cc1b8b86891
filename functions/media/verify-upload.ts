import type { S3Event, S3EventRecord } from 'aws-lambda';
import { v7 as uuidv7 } from 'uuid';
import { readEnvironment, tableNames, uploadEnvironment } from '../../shared/config/environment.ts';
import { judgeUpload } from '../../shared/domain/media/judge-upload.ts';
import { isUndecided } from '../../shared/domain/media/media.ts';
import { idsInKey } from '../../shared/domain/media/object-key.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { demand, replace } from '../../shared/persistence/engine/change.ts';
import { commit } from '../../shared/persistence/engine/commit.ts';
import { type Database, openClient } from '../../shared/persistence/engine/database.ts';
import { get } from '../../shared/persistence/engine/read.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys } from '../../shared/persistence/keys.ts';
import type { Uploaded, UploadStore } from '../../shared/storage/media-store.ts';
import { openUploadStore } from '../../shared/storage/s3-upload-store.ts';

interface Ports {
  readonly database: Database;
  readonly store: UploadStore;
  readonly log: Log;
  now(): Date;
}

const operationId = 'verifyUpload';

const uploadedIn = ({ s3: { object } }: S3EventRecord): Uploaded | undefined => {
  const ids = idsInKey(decodeURIComponent(object.key.replaceAll('+', ' ')));
  return ids && { ...ids, version: object.versionId };
};

/** Judges one upload. Told twice, late or in any order, it comes to the same: the row decides, and its version guards it. */
const verifyOnce = async (ports: Ports, uploaded: Uploaded): Promise<void> => {
  const { database, store, log, now } = ports;
  const { momentId, mediaId } = uploaded;
  const [head, media] = await Promise.all([
    get(database, entities.moment, keys.moment(momentId)),
    get(database, entities.media, keys.media(momentId, mediaId)),
  ]);
  if (!head || head.value.state === 'deleted' || !media) {
    // It may have been accepted in the very moment it, or its draft, was removed.
    await store.discard(uploaded);
    return store.remove(uploaded);
  }
  if (!isUndecided(media.value)) return store.discard(uploaded);
  const judgement = judgeUpload(media.value, await store.inspect(uploaded, media.value.contentType));
  if (judgement.state === media.value.state) return;
  if (judgement.state === 'available') await store.accept(uploaded);
  const eventId = uuidv7();
  await commit(database, {
    changes: [
      replace(entities.media, media, { ...media.value, ...judgement }),
      demand(entities.moment, head.value, ['draft', 'exported']),
    ],
    activity: {
      ...{ eventId, at: now().toISOString(), activity: 'media-verified', outcome: 'performed' },
      ...{ operationId, correlationId: eventId, actor: { kind: 'system', function: operationId } },
      ...{ provider: head.value.provider, unit: head.value.unit, resource: { momentId, mediaId } },
    },
    once: undefined,
  });
  log.info('upload-judged', { momentId, mediaId, ...judgement });
  if (judgement.state !== 'scanning') await store.discard(uploaded);
};

/**
 * What S3 says of an object that is not there: who may list the bucket is told so, others that they may not know; and of one that
 * somebody else is copying to the same place at this moment.
 */
const overtaken = ['NoSuchKey', 'NotFound', 'AccessDenied', 'ConditionalRequestConflict'];

/** Another event about the same file was quicker, or a designer was: what is left to do is another thing now. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Problem
    ? ['version-mismatch', 'not-found', 'illegal-state'].includes(error.code)
    : error instanceof Error && overtaken.includes(error.name);

const verify = (ports: Ports, uploaded: Uploaded): Promise<void> =>
  verifyOnce(ports, uploaded).catch((error: unknown) => {
    if (isOvertaken(error)) return verifyOnce(ports, uploaded);
    throw error;
  });

/** MED-3, MED-4: what was uploaded becomes available or is rejected. Records that fail make the event fail, once all others are done. */
export const createVerifyUpload =
  (portsOf: () => Ports) =>
  async ({ Records }: S3Event): Promise<void> => {
    const ports = portsOf();
    const settled = await Promise.allSettled(
      Records.map(async (record) => {
        const uploaded = uploadedIn(record);
        if (uploaded) await verify(ports, uploaded);
        else ports.log.error('upload-unknown', {});
      }),
    );
    const failures = settled.filter((one) => one.status === 'rejected');
    for (const { reason } of failures) ports.log.error('upload-not-judged', describeError(reason));
    if (failures.length > 0) throw new Error(`${failures.length} of ${Records.length} uploads not verified`);
  };

let ports: Ports | undefined;

export const handler = createVerifyUpload(() => {
  ports ??= {
    database: {
      client: openClient(),
      tables: tableNames(readEnvironment(uploadEnvironment, process.env)),
    },
    store: openUploadStore(),
    log: createLog('verify-upload'),
    now: () => new Date(),
  };
  return ports;
});
