import { randomUUID } from 'node:crypto';
import type { S3Event } from 'aws-lambda';
import { type ObjectTrigger, triggers } from '../../../functions/triggers.ts';
import type { LambdaHandler } from '../api/load-handler.ts';
import { lambdaContext } from '../event-source/stream-handler.ts';
import type { wait } from '../event-source/wait.ts';
import type { ObjectEvent } from '../object-store/object-operations.ts';

/** Lambda tries what S3 sends it three times; here without the minutes between. */
const pausesMs = [200, 2000];

/** One event as S3 sends it to a function, with the key encoded as in a form. */
export const s3Event = ({ name, bucket, key, versionId, bytes }: ObjectEvent, at: Date): S3Event => ({
  Records: [
    {
      ...{ eventVersion: '2.3', eventSource: 'aws:s3', awsRegion: 'eu-north-1' },
      ...{ eventTime: at.toISOString(), eventName: name },
      userIdentity: { principalId: 'local' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
      s3: {
        ...{ s3SchemaVersion: '1.0', configurationId: 'local' },
        bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
          ...{ size: bytes, eTag: versionId, versionId, sequencer: versionId },
        },
      },
    },
  ],
});

const wants = ({ bucket, events }: ObjectTrigger, told: ObjectEvent): boolean =>
  bucket === told.bucket &&
  events.some(
    (name) => name === told.name || (name.endsWith('*') && told.name.startsWith(name.slice(0, -1))),
  );

interface Consumer {
  readonly trigger: ObjectTrigger;
  readonly handler: LambdaHandler;
}

const invoke = async (
  { trigger, handler }: Consumer,
  event: S3Event,
  pause: (ms: number) => Promise<void>,
): Promise<void> => {
  for (const ms of pausesMs) {
    try {
      await handler(event, lambdaContext(trigger.name, randomUUID()));
      return;
    } catch {
      await pause(ms);
    }
  }
  await handler(event, lambdaContext(trigger.name, randomUUID()));
};

export interface ObjectEvents {
  /** Returns at once; what wants it is woken later. */
  tell(event: ObjectEvent): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

interface Ports {
  load(trigger: ObjectTrigger): Promise<LambdaHandler>;
  readonly wait: typeof wait;
  /** What no attempt could finish. */
  onError(error: unknown): void;
}

/** Wakes the functions that `functions/triggers.ts` binds to a bucket, as S3's notifications do. */
export const startObjectEvents = async ({ load, onError, ...ports }: Ports): Promise<ObjectEvents> => {
  const wanted = triggers.filter((trigger) => 'bucket' in trigger);
  const consumers = await Promise.all(
    wanted.map(async (trigger) => ({ trigger, handler: await load(trigger) })),
  );
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  return {
    tell(told) {
      const event = s3Event(told, new Date());
      for (const consumer of consumers.filter(({ trigger }) => wants(trigger, told))) {
        const work: Promise<void> = invoke(consumer, event, (ms) => ports.wait(ms, stopping.signal))
          .catch(onError)
          .finally(() => underWay.delete(work));
        underWay.add(work);
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(underWay);
    },
  };
};
