import { setTimeout as delay } from 'node:timers/promises';

/** The wait of a running server; tests pass one that does not take time. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
