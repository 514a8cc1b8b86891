import type { Capacity } from '../../auth/authorise.ts';
import type { Person } from '../../domain/person.ts';
import type { Problem } from '../../domain/problem.ts';
import { hold, outcomeOf } from '../held.ts';
import { type Matter, recordingDenials } from '../recording.ts';
import type { AnyRequest, RequestSubject } from '../use-case.ts';
import { accessOf } from './access-of.ts';
import { type Access, admit, concealed } from './admit.ts';
import { nowhere, placeOf } from './place-of-request.ts';

/** Somebody who has been let in, and to what. */
export interface Standing {
  readonly access: Access;
  readonly capacity: Capacity | undefined;
  /** Where it lies, and whom it is about as far as the address and the request's numbers say. */
  readonly subject: RequestSubject;
}

const itself = (problem: Problem): Problem => problem;

/** Throws, once stored, what bars the caller from this subject. */
const admitted = (
  matter: Matter,
  access: Access,
  subject: RequestSubject | undefined,
): Promise<Capacity | undefined> => {
  const { contract, principal, now } = matter.deed;
  const show = (problem: Problem) => concealed(contract, problem);
  const representation = access.kind === 'resident' ? access.representation : undefined;
  return recordingDenials(matter, { subject, representation, show }, () =>
    admit(contract, { principal, access, now }, subject ?? nowhere),
  );
};

/**
 * Decides by who asks and where it lies, and by nothing else, so that what is there and what is not are refused alike, with the same
 * work, whatever else is wrong with the request (ID-1, ORG-1). `named`: whom the use case has read out of it by now, for the log.
 */
export const settleAccess = async (
  matter: Matter,
  request: AnyRequest,
  named: readonly Person[],
): Promise<Standing> => {
  const { runtime, deed } = matter;
  const [accessing, placing] = await Promise.all([
    hold(() => accessOf(runtime, deed)),
    hold(() => placeOf(runtime.stores, deed.contract, request)),
  ]);
  const place = outcomeOf(placing);
  const patient = place?.patient ?? named[0];
  const subject = place && (patient ? { ...place, patient } : place);
  // First of all, so that who may not act for the resident they name learns nothing of what was found.
  const access = await recordingDenials(matter, { subject: undefined, show: itself }, () =>
    outcomeOf(accessing),
  );
  const capacity = await admitted(matter, access, subject);
  return { access, capacity, subject: subject ?? nowhere };
};

/** What it is about by the use case's own word must be theirs as well; what part they have in it the place has said. */
export const settleSubject = async (
  matter: Matter,
  { access, subject: { part, statedReason } }: Standing,
  told: RequestSubject,
): Promise<Standing> => {
  const subject = { ...(part ? { part } : {}), ...(statedReason ? { statedReason } : {}), ...told };
  return { access, subject, capacity: await admitted(matter, access, subject) };
};
