import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import type { Change, Presence } from './change.ts';

/** DynamoDB's own words for "not now": nothing was written and the same request may succeed shortly. */
const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

const countIn = (map: unknown, entry: string): number =>
  Number((map as Readonly<Record<string, unknown>> | undefined)?.[entry] ?? 0);

/** As DynamoDB's `contains`: a list that has one of them, or a text that is one. */
const has = (held: unknown, anyOf: readonly string[]): boolean =>
  anyOf.some((one) => (Array.isArray(held) ? held.includes(one) : held === one));

const isThere = (found: Record<string, unknown>, { attribute, entry }: NonNullable<Presence['without']>) => {
  const held = found[attribute];
  return (entry === undefined ? held : (held as Record<string, unknown> | undefined)?.[entry]) !== undefined;
};

/** Of its demands that have a problem of their own, the first that failed. */
const ownProblem = (
  { without, among, below, fewer, room }: Presence,
  found: Record<string, unknown>,
): ProblemCode | undefined => {
  if (among && !has(found[among.attribute], among.anyOf)) return among.otherwise;
  if (without && isThere(found, without)) return without.otherwise;
  if (below && countIn(found, below.attribute) >= below.than) return below.otherwise;
  if (fewer && countIn(found[fewer.map], fewer.entry) >= fewer.than) return fewer.otherwise;
  if (room && Object.keys(Object(found[room.attribute])).length >= room.than) return room.otherwise;
  return undefined;
};

const asProblem = (said: ProblemCode | Problem): Problem =>
  said instanceof Problem ? said : new Problem(said);

const explain = ({ act, expect }: Change, found: Record<string, unknown> | undefined): Problem => {
  if ('anything' in expect) return new Problem('illegal-state');
  if ('absent' in expect) return new Problem(expect.otherwise);
  const own = found && ownProblem(expect, found);
  if (own) return new Problem(own);
  // What was only demanded may be gone; that is a state, not the thing the caller asked for.
  if (act === 'check') return asProblem(expect.otherwise ?? 'illegal-state');
  if (!found) return new Problem(expect.gone ?? 'not-found');
  const changed = expect.version !== undefined && found['version'] !== expect.version;
  return asProblem(changed ? 'version-mismatch' : (expect.otherwise ?? 'illegal-state'));
};

/** Failed conditions come back as DynamoDB keeps them, whatever client sent the write. */
const itemIn = (reason: CancellationReason | undefined): Record<string, unknown> | undefined =>
  reason?.Item && unmarshall(reason.Item);

/**
 * The one reader of cancelled transactions: why DynamoDB refused, as a problem; undefined when the error is something
 * else. `changes` in the order they were sent; reasons past them belong to the caller.
 */
export const problemOf = (error: unknown, changes: readonly Change[]): Problem | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons ?? [];
  if (reasons.some(({ Code }) => Code !== undefined && passing.includes(Code)))
    return new Problem('unavailable');
  const failed = changes.findIndex((_, at) => reasons[at]?.Code === 'ConditionalCheckFailed');
  const change = changes[failed];
  return change && explain(change, itemIn(reasons[failed]));
};

/** Another transaction had some of the same items in hand: the next try may go through, or tell what is really in the way. */
export const isConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict');

/** The item that stood in the way of the write at `position`, where its condition was what failed. */
export const obstacleAt = (error: unknown, position: number): Record<string, unknown> | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reason = error.CancellationReasons?.[position];
  return reason?.Code === 'ConditionalCheckFailed' ? itemIn(reason) : undefined;
};
