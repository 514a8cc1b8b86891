import { belongsInLog } from '../audit/activity.ts';
import type { Capacity } from '../auth/authorise.ts';
import type { Contract } from '../contract/contract.ts';
import { appendActivity } from '../persistence/engine/append-activity.ts';
import { commit } from '../persistence/engine/commit.ts';
import type { Attempt } from '../persistence/engine/idempotency.ts';
import { type Deed, performed } from './activity-of-request.ts';
import type { Runtime } from './runtime.ts';
import type { AnyRequest, ClosedUseCase, RequestSubject } from './use-case.ts';

/** What goes back to the caller, stripped of everything the contract does not declare. */
export interface Reply {
  readonly body: unknown;
  readonly version: number | undefined;
}

export const replyOf = (
  contract: Contract,
  answer: { body: unknown; version?: number | undefined },
): Reply => ({
  body: contract.response.parse(answer.body),
  version: answer.version,
});

/** A request that has been let in. */
interface Admitted {
  readonly deed: Deed;
  readonly request: AnyRequest;
  readonly loaded: unknown;
  readonly subject: RequestSubject;
  readonly capacity: Capacity | undefined;
  readonly attempt: Attempt | undefined;
}

/** The second and last round trip: a read's activity beside what it fetches, or a write's one transaction. */
export const carryOut = async (
  runtime: Runtime,
  useCase: ClosedUseCase,
  admitted: Admitted,
): Promise<Reply> => {
  const { deed, request, loaded, subject, capacity, attempt } = admitted;
  if (useCase.kind === 'read') {
    const activity = performed(deed, subject, capacity);
    const [fetched] = await Promise.all([
      useCase.steps.fetch?.(runtime.stores, loaded, request),
      belongsInLog(activity) ? appendActivity(runtime.database, activity) : undefined,
    ]);
    return replyOf(deed.contract, useCase.steps.answer(loaded, fetched, request));
  }
  const { changes, resource, ...answer } = useCase.steps.decide(loaded, request);
  // Made before the commit: an answer that does not fit its contract must not follow a change already stored.
  const reply = replyOf(deed.contract, answer);
  const once = attempt && { attempt, answer: { body: answer.body, version: answer.version } };
  const made = { ...subject, resource: { ...subject.resource, ...resource } };
  const activity = performed(deed, made, capacity);
  const earlier = await commit(runtime.database, { changes, activity, once });
  return earlier ? replyOf(deed.contract, earlier) : reply;
};
