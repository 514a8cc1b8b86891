import type { Principal } from '../auth/principal.ts';
import type { Representation } from '../auth/represent.ts';
import { problemTable } from '../contract/problem-table.ts';
import { Problem } from '../domain/problem.ts';
import { appendActivity } from '../persistence/engine/append-activity.ts';
import { appendDenial } from '../persistence/engine/append-denial.ts';
import { CountedDenial } from '../persistence/engine/counted-denial.ts';
import { type ActingAs, type Deed, denied, refused } from './activity-of-request.ts';
import { type Held, outcomeOf } from './held.ts';
import type { Runtime } from './runtime.ts';
import type { RequestSubject } from './use-case.ts';

/** One request of somebody known, while it is decided what becomes of it. */
export interface Matter {
  readonly runtime: Runtime;
  readonly deed: Deed;
  /** Begun beside the first round trip, so that a denial can be filed in the second. */
  readonly home: Promise<Held<string>>;
}

/** Whose auditors find what a member of staff is denied: those of their provider where it is one of ours, or else national management. */
export const homeOf = async (
  { stores, nationalManagement }: Runtime,
  principal: Principal,
): Promise<string> => {
  const own = principal.kind === 'staff' ? principal.provider : undefined;
  return own !== undefined && (await stores.organisation.provider(own)) ? own : nationalManagement;
};

const callerIn = (principal: Principal): string =>
  principal.kind === 'staff' ? principal.hsaId : principal.person.key;

/** A resident's attempt is filed where what they tried lies. */
const filedWith = async (
  { runtime, deed, home }: Matter,
  subject: RequestSubject | undefined,
): Promise<string> =>
  deed.principal.kind === 'staff' ? outcomeOf(await home) : (subject?.provider ?? runtime.nationalManagement);

interface Attempted {
  /** What it is about, as far as that is known. */
  readonly subject: RequestSubject | undefined;
  readonly representation?: Representation | undefined;
}

const storeDenial = async (
  matter: Matter,
  problem: Problem,
  { subject, representation }: Attempted,
): Promise<void> => {
  const { runtime, deed } = matter;
  const provider = await filedWith(matter, subject);
  const denial = denied(deed, { problem, subject, provider, representation });
  // A register that is silent denies whoever asks: that is no attempt of theirs, and must not use up the ones that are named.
  if (problemTable[problem.code].status !== 403) return appendActivity(runtime.database, denial);
  const { patient } = denial;
  await appendDenial(runtime.database, {
    ...{ denial, caller: callerIn(deed.principal) },
    target: patient && runtime.personKeys.shownIdFor({ provider })(patient),
    changes: problem instanceof CountedDenial ? problem.changes : [],
  });
};

/** A resident hears of themselves; everybody else hears of somebody. */
const hearsOfAnother = ({ principal }: Deed, { patient }: RequestSubject): boolean =>
  patient !== undefined && (principal.kind === 'staff' || principal.person.key !== principal.resident.key);

interface Denying extends Attempted {
  /** What the caller is told instead, where the truth is not theirs to know. */
  show(problem: Problem): Problem;
}

/**
 * While access is decided, every problem is a denied attempt: it is stored before the problem goes out (LOG-21). Where it cannot be,
 * the storage's own error goes out.
 */
export const recordingDenials = async <T>(
  matter: Matter,
  { show, ...attempted }: Denying,
  act: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await storeDenial(matter, error, attempted);
    throw show(error);
  }
};

/**
 * Once they are let in, a problem is an answer: what it says about somebody else is stored before it goes out, with its code (LOG-15).
 * What is nobody's right (403) is a denied attempt still.
 */
export const recordingRefusals = async <T>(
  matter: Matter,
  { subject, acting }: { readonly subject: RequestSubject; readonly acting: ActingAs },
  act: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await act();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const { runtime, deed } = matter;
    if (problemTable[problem.code].status === 403)
      await storeDenial(matter, problem, { subject, representation: acting.representation });
    else if (hearsOfAnother(deed, subject))
      await appendActivity(runtime.database, refused(deed, { problem, subject, acting }));
    throw problem;
  }
};
