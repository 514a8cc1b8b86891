import { type Activity, belongsInLog } from '../audit/activity.ts';
import type { Contract } from '../contract/contract.ts';
import { keptShape } from '../domain/content/kept-shape.ts';
import { Problem } from '../domain/problem.ts';
import { appendActivity } from '../persistence/engine/append-activity.ts';
import type { Change } from '../persistence/engine/change.ts';
import { commit } from '../persistence/engine/commit.ts';
import type { Attempt, FirstAnswer } from '../persistence/engine/idempotency.ts';
import { type ActingAs, type Deed, performed, repeated } from './activity-of-request.ts';
import { type Held, hold, outcomeOf } from './held.ts';
import { type Matter, recordingRefusals } from './recording.ts';
import type { Runtime } from './runtime.ts';
import { readingAnew } from './shared-reads.ts';
import type { AnyRequest, ReadUseCase, RequestSubject, WriteUseCase } from './use-case.ts';

/** What goes back to the caller, stripped of everything the contract does not declare. */
export interface Reply {
  readonly body: unknown;
  readonly version: number | undefined;
}

export const replyOf = (
  contract: Contract,
  answer: { body: unknown; version?: number | undefined },
): Reply => ({
  body: keptShape(contract.response).parse(answer.body),
  version: answer.version,
});

/** A request that has been let in. */
export interface Admitted {
  readonly deed: Deed;
  readonly request: AnyRequest;
  readonly loading: Held<unknown>;
  readonly subject: RequestSubject;
  readonly acting: ActingAs;
}

/** In the first way that holds. Of what stands in the way of the others, that it may not be known of is told last. */
const storingOneOf = async (
  { database, newId }: Runtime,
  ways: readonly (readonly Change[])[],
  activity: Activity,
): Promise<void> => {
  let refusal: Problem | undefined;
  for (const changes of ways) {
    // Each is a transaction of its own: one that comes again by the same id is taken for a repeat.
    const tried = refusal ? { ...activity, eventId: newId() } : activity;
    const stored = await hold(() => commit(database, { changes, activity: tried, once: undefined }));
    if (!('error' in stored)) return;
    const { error } = stored;
    if (!(error instanceof Problem) || error.code === 'unavailable') throw error;
    if (!refusal || refusal.code === 'not-found') refusal = error;
  }
  if (refusal) throw refusal;
};

/** Alone, or with what must hold for it: all of it or nothing. */
const storing = async (
  runtime: Runtime,
  ways: readonly (readonly Change[])[],
  activity: Activity,
): Promise<void> => {
  if (ways.length > 0) await storingOneOf(runtime, ways, activity);
  else if (belongsInLog(activity)) await appendActivity(runtime.database, activity);
};

/**
 * The second round trip of a read: its activity, with what must hold, beside what it fetches. Nothing is told, not even a problem, before
 * that is stored.
 */
export const read = async (matter: Matter, { steps }: ReadUseCase, admitted: Admitted): Promise<Reply> => {
  const { deed, request, loading, subject, acting } = admitted;
  const { runtime } = matter;
  const loaded = outcomeOf(loading);
  const activity = performed(deed, subject, acting);
  const store = () => storing(runtime, steps.begins?.(loaded, request) ?? [], activity);
  const [fetched, stored] = await Promise.all([
    hold(() => steps.fetch?.(runtime.stores, loaded, request)),
    hold(() => recordingRefusals(matter, admitted, store)),
  ]);
  outcomeOf(stored);
  return replyOf(deed.contract, steps.answer(loaded, outcomeOf(fetched), request));
};

/** The first answer again; the log says that it was shown again. */
export const answerAgain = async (
  runtime: Runtime,
  { steps }: WriteUseCase,
  { deed, loading, subject, acting }: Admitted,
  first: FirstAnswer,
): Promise<Reply> => {
  const body = steps.again ? await steps.again(runtime.stores, outcomeOf(loading), first.body) : first.body;
  const reply = replyOf(deed.contract, { ...first, body });
  const activity = repeated(deed, subject, acting);
  if (belongsInLog(activity)) await appendActivity(runtime.database, activity);
  return reply;
};

/** The second round trip of a write: one transaction. Undefined where it merges and somebody else was quicker. */
const writeOnce = async (
  runtime: Runtime,
  useCase: WriteUseCase,
  admitted: Admitted,
  attempt: Attempt | undefined,
): Promise<Reply | undefined> => {
  const { deed, request, subject, acting } = admitted;
  const { steps } = useCase;
  const loaded = outcomeOf(admitted.loading);
  const asked = await steps.ask?.(runtime.stores, loaded, request);
  const { changes, resource, kept, ...answer } = steps.decide(loaded, request, asked);
  // Made before the commit: an answer that does not fit its contract must not follow a change already stored.
  const reply = replyOf(deed.contract, answer);
  const once = attempt && { attempt, answer: { body: kept ?? answer.body, version: answer.version } };
  const made = { ...subject, resource: { ...subject.resource, ...resource } };
  const activity = performed(deed, made, acting);
  const stored = await hold(() => commit(runtime.database, { changes, activity, once }));
  if (steps.merges && 'error' in stored && isOvertaken(stored.error)) return undefined;
  const earlier = outcomeOf(stored);
  return earlier ? answerAgain(runtime, useCase, admitted, earlier) : reply;
};

const isOvertaken = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'version-mismatch';

/** By another id: a transaction that comes again by the same is taken for a repeat. */
const loadedAnew = async (
  runtime: Runtime,
  { steps }: WriteUseCase,
  admitted: Admitted,
): Promise<Admitted> => ({
  ...admitted,
  deed: { ...admitted.deed, eventId: runtime.newId() },
  loading: await hold(() => steps.load(readingAnew(runtime.stores), admitted.request)),
});

/** What the caller said they have seen is still what is there: being merged is no way round `If-Match` (RFC 9110). */
const assertStillSeen = (
  { contract, steps }: WriteUseCase,
  { loading, request, subject }: Admitted,
): void => {
  if (contract.ifMatch && steps.subject(outcomeOf(loading), request).version !== subject.version)
    throw new Problem('version-mismatch');
};

/** Times that what merges is merged anew, where each time somebody else was quicker. */
const mostMerges = 3;

/** Writes; where it merges, once more on top of what others wrote meanwhile. */
export const write = async (
  runtime: Runtime,
  useCase: WriteUseCase,
  admitted: Admitted,
  attempt: Attempt | undefined,
): Promise<Reply> => {
  let merging = admitted;
  for (let left = mostMerges; left >= 0; left -= 1) {
    const reply = await writeOnce(runtime, useCase, merging, attempt);
    if (reply) return reply;
    if (left > 0) {
      merging = await loadedAnew(runtime, useCase, merging);
      assertStillSeen(useCase, merging);
    }
  }
  throw new Problem('unavailable');
};
