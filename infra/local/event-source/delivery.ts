import { handledByResponse } from './batch-response.ts';
import { type InvocationRecord, invocationRecord } from './invocation-record.ts';
import { type Batch, type Plan, planExpiry, planRetry } from './plan-retry.ts';
import type { EventSourceSettings } from './settings.ts';
import { lambdaContext, type StreamHandler } from './stream-handler.ts';
import type { StreamedRecord } from './streamed-record.ts';

const firstRetryAfterMs = 100;
const longestRetryAfterMs = 30_000;

export interface DeliveryPorts {
  readonly settings: EventSourceSettings;
  readonly functionArn: string;
  readonly handler: StreamHandler;
  readonly clock: { now(): Date };
  newRequestId(): string;
  /** Ends early when the signal is aborted, so that stopping does not wait for a retry. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Unlike Lambda, which counts a metric and goes on, a rejection keeps the records in the stream. */
  onFailure(record: InvocationRecord): Promise<void>;
  /** Hears what the function threw and what went wrong in polling; both are retried. */
  onError(error: unknown): void;
}

export interface DeliveryTarget {
  readonly shardId: string;
  readonly streamArn: string;
  readonly signal: AbortSignal;
  /** Every record up to this one is handled or discarded. */
  settled(sequenceNumber: string): Promise<void>;
}

interface Attempt {
  readonly plan: Plan;
  readonly requestId: string;
  readonly threw: boolean;
  readonly retryAfterMs: number;
}

/** Returns when every record is handled or discarded, or when the signal is aborted. */
export async function deliver(
  records: readonly StreamedRecord[],
  target: DeliveryTarget,
  ports: DeliveryPorts,
): Promise<void> {
  const queue: Batch[] = [{ records, retries: 0, invocations: 0 }];
  while (!target.signal.aborted) {
    const batch = queue.shift();
    if (batch === undefined) return;
    const attempt = await attemptBatch(batch, ports);
    await settle(batch, attempt, target, ports);
    queue.unshift(...attempt.plan.next);
    if (attempt.retryAfterMs > 0) await ports.wait(attempt.retryAfterMs, target.signal);
  }
}

async function attemptBatch(batch: Batch, ports: DeliveryPorts): Promise<Attempt> {
  const requestId = ports.newRequestId();
  const expiry = planExpiry(batch, ports.clock.now(), ports.settings);
  if (expiry !== undefined) return { plan: expiry, requestId, threw: false, retryAfterMs: 0 };
  const { handled, threw } = await invoke(batch, requestId, ports);
  const plan = planRetry({ ...batch, invocations: batch.invocations + 1 }, handled, ports.settings);
  const retryAfterMs = plan.next.length > 0 ? firstRetryAfterMs * 2 ** batch.invocations : 0;
  return { plan, requestId, threw, retryAfterMs: Math.min(retryAfterMs, longestRetryAfterMs) };
}

async function invoke(batch: Batch, requestId: string, ports: DeliveryPorts) {
  // A copy, as the function gets its own from JSON: what it does to the event must not reach a retry.
  const event = structuredClone({ Records: [...batch.records] });
  try {
    const response = await ports.handler(event, lambdaContext(ports.functionArn, requestId));
    const reported = ports.settings.reportBatchItemFailures ? response : undefined;
    return { handled: handledByResponse(reported, batch.records), threw: false };
  } catch (error) {
    ports.onError(error);
    return { handled: 0, threw: true };
  }
}

async function settle(
  batch: Batch,
  { plan, requestId, threw }: Attempt,
  target: DeliveryTarget,
  ports: DeliveryPorts,
): Promise<void> {
  if (plan.discarded !== undefined) {
    const { shardId, streamArn } = target;
    const at = ports.clock.now();
    const { functionArn } = ports;
    await ports.onFailure(
      invocationRecord({ discarded: plan.discarded, shardId, streamArn, functionArn, requestId, threw, at }),
    );
  }
  const last = batch.records[plan.settled - 1];
  if (last !== undefined) await target.settled(last.dynamodb.SequenceNumber);
}
