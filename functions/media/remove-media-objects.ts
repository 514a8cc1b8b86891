import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import * as z from 'zod';
import { readEnvironment, tableNames, uploadEnvironment } from '../../shared/config/environment.ts';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { activityInImage } from '../../shared/persistence/engine/append-activity.ts';
import { type Database, openClient } from '../../shared/persistence/engine/database.ts';
import { ofKind, within } from '../../shared/persistence/engine/read.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys, prefix } from '../../shared/persistence/keys.ts';
import type { MediaRemover } from '../../shared/storage/media-store.ts';
import { openMediaRemover } from '../../shared/storage/s3-media-remover.ts';

interface Ports {
  readonly database: Database;
  readonly store: MediaRemover;
  readonly log: Log;
}

/** One file; or, where a draft was deleted, all of the moment's: it was never published, so nobody else shows them. */
const removed = z.object({ momentId: z.uuid(), mediaId: z.uuid().optional() });

/** Files whose bytes are deleted at the same time. */
const atOnce = 25;

const filesOf = async (
  { database }: Ports,
  { momentId, mediaId }: z.infer<typeof removed>,
): Promise<string[]> => {
  if (mediaId !== undefined) return [mediaId];
  const { pk } = keys.moment(momentId);
  const rows = ofKind(entities.media, await within(database, 'moments', { pk, begins: prefix.media }));
  return rows.map(({ value }) => value.mediaId);
};

/** Deletes the bytes of what was removed (MED-6); a delete repeated deletes nothing more. */
export const createRemoveMediaObjects = (portsOf: () => Ports): DynamoDBStreamHandler => {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  const remove = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const given = portsOf();
    const { store, log } = given;
    try {
      const { resource } = activityInImage(dynamodb?.NewImage);
      const ids = removed.parse(resource);
      const mediaIds = await filesOf(given, ids);
      for (let at = 0; at < mediaIds.length; at += atOnce)
        await Promise.all(
          mediaIds.slice(at, at + atOnce).map((mediaId) => store.remove({ momentId: ids.momentId, mediaId })),
        );
      log.info('media-objects-removed', { ...ids, files: mediaIds.length });
    } catch (error) {
      log.error('media-objects-not-removed', {
        sequenceNumber: dynamodb?.SequenceNumber,
        ...describeError(error),
      });
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(event, remove, processor, { context, throwOnFullBatchFailure: false });
};

let ports: Ports | undefined;

export const handler = createRemoveMediaObjects(() => {
  ports ??= {
    database: {
      client: openClient(),
      tables: tableNames(readEnvironment(uploadEnvironment, process.env)),
    },
    store: openMediaRemover(),
    log: createLog('remove-media-objects'),
  };
  return ports;
});
