import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '../domain/problem.ts';

/**
 * What the work gives, or `unavailable` once the time is out. Each call has an end of its own; this is for their sum, and for
 * answers that never quite stop. What was begun is not called back, so the problem says nothing of whether it was done.
 */
export const inTime = async <T>(work: Promise<T>, withinMs: number): Promise<T> => {
  const over = new AbortController();
  const late = delay(withinMs, undefined, { signal: over.signal }).then(() => {
    throw new Problem('unavailable', [], { cause: new Error(`No answer within ${withinMs} ms`) });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
};
