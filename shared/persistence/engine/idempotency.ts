import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { digestOf } from '../../domain/content/content-digest.ts';
import { Problem } from '../../domain/problem.ts';
import { keys } from '../keys.ts';
import type { Database } from './database.ts';

/** Hours a key is remembered; IETF draft-ietf-httpapi-idempotency-key-header leaves the time to the server. */
export const rememberedHours = 48;

/** Names one attempt: who asks, for what operation, under which `Idempotency-Key`, with what content. */
export interface Attempt {
  readonly caller: string;
  readonly operationId: string;
  readonly key: string;
  /** All of the input that matters, so that the same key with other content is noticed. */
  readonly input: unknown;
}

/** The first answer, kept to be given again. */
const answer = z.object({ body: z.unknown(), version: z.int().optional() });
export type FirstAnswer = z.infer<typeof answer>;

const row = z.object({ fingerprint: z.string(), answer: z.string() });

const digest = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
const keyOf = ({ caller, operationId, key }: Attempt) => keys.idempotency(digest(caller, operationId, key));
/** The same content in another order of keys is the same content. */
const fingerprintOf = ({ input }: Attempt) => digestOf(input);

export const idempotencyItem = (
  attempt: Attempt,
  first: FirstAnswer,
  now: string,
): Record<string, unknown> => ({
  ...keyOf(attempt),
  type: 'Idempotency',
  fingerprint: fingerprintOf(attempt),
  answer: JSON.stringify(first),
  expiresAt: Math.floor(Date.parse(now) / 1000) + rememberedHours * 3600,
});

/** The first answer out of the row that is already there; `idempotency-key-reused` where it answered something else. */
export const firstAnswerIn = (attempt: Attempt, item: Record<string, unknown>): FirstAnswer => {
  const found = row.parse(item);
  if (found.fingerprint !== fingerprintOf(attempt)) throw new Problem('idempotency-key-reused');
  return answer.parse(JSON.parse(found.answer));
};

export const findFirstAnswer = async (
  { client, tables }: Database,
  attempt: Attempt,
): Promise<FirstAnswer | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: tables.activities, Key: { ...keyOf(attempt) }, ConsistentRead: true }),
  );
  return Item && firstAnswerIn(attempt, Item);
};
