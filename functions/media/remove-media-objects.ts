import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import * as z from 'zod';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { activityInImage } from '../../shared/persistence/engine/append-activity.ts';
import type { UploadStore } from '../../shared/storage/media-store.ts';
import { openUploadStore } from '../../shared/storage/s3-upload-store.ts';

interface Ports {
  readonly store: Pick<UploadStore, 'remove'>;
  readonly log: Log;
}

const removed = z.object({ momentId: z.uuid(), mediaId: z.uuid() });

/** Deletes the bytes of files that were removed (MED-6); a delete repeated deletes nothing more. */
export const createRemoveMediaObjects = (portsOf: () => Ports): DynamoDBStreamHandler => {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  const remove = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const { store, log } = portsOf();
    try {
      const { resource } = activityInImage(dynamodb?.NewImage);
      const ids = removed.parse(resource);
      await store.remove(ids);
      log.info('media-objects-removed', { ...ids });
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
  ports ??= { store: openUploadStore(), log: createLog('remove-media-objects') };
  return ports;
});
