import { setTimeout as delay } from 'node:timers/promises';

/** At most so long before each further try at what DynamoDB had no room for. */
export const longestPausesMs = [30, 60, 120, 240, 480] as const;

/** By chance, so that those who met do not meet again. */
export const pause = (longestMs: number): Promise<void> => delay(Math.random() * longestMs);
