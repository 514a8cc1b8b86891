import { needsCommission } from '../../auth/permissions.ts';
import type { ResidentPrincipal, StaffPrincipal } from '../../auth/principal.ts';
import { represent } from '../../auth/represent.ts';
import type { Person } from '../../domain/person.ts';
import { Problem } from '../../domain/problem.ts';
import { describeError } from '../../observability/log.ts';
import type { Deed } from '../activity-of-request.ts';
import type { Runtime } from '../runtime.ts';
import type { Access } from './admit.ts';

/** A register that does not answer is one of the answers: what it means is the decision's to say. Why, is for the log. */
const orUnanswered = <T>({ log }: Runtime, { contract, correlationId }: Deed, answer: Promise<T>) =>
  answer.catch((error: unknown): 'unanswered' => {
    if (!(error instanceof Problem)) throw error;
    const { operationId } = contract;
    log.error('register-unanswered', { operationId, correlationId, ...describeError(error.cause) });
    return 'unanswered';
  });

const staffAccess = async (runtime: Runtime, deed: Deed, { hsaId }: StaffPrincipal): Promise<Access> => {
  const { stores, nationalAdministrators } = runtime;
  const { contract } = deed;
  const asks = contract.caller === 'staff' && needsCommission(contract.permission);
  const [roles, person] = await Promise.all([
    stores.organisation.rolesOf(hsaId),
    asks ? orUnanswered(runtime, deed, stores.staffDirectory.person(hsaId)) : undefined,
  ]);
  return {
    kind: 'staff',
    roles,
    national: nationalAdministrators.includes(hsaId),
    commissions: person === 'unanswered' ? person : (person?.commissions ?? []),
  };
};

const residentAccess = async (
  runtime: Runtime,
  deed: Deed,
  principal: ResidentPrincipal,
): Promise<Access> => {
  const { stores } = runtime;
  const { contract, now } = deed;
  const { person, resident } = principal;
  const acts = person.key !== resident.key;
  const numbers = [resident, ...(acts ? [person] : [])].map(({ personnummer }) => personnummer);
  const [earlier, mandates, answer] = await Promise.all([
    stores.people.earlierNumbers(resident.key),
    acts ? stores.people.mandates(resident.key, person.key) : [],
    orUnanswered(runtime, deed, stores.personRegister.people(numbers)),
  ]);
  const known = ({ personnummer }: Person) => (answer === 'unanswered' ? answer : answer.get(personnummer));
  const access = {
    earlier,
    mandates,
    registered: known(resident),
    ...(acts ? { acting: known(person) } : {}),
  };
  if (contract.caller !== 'resident') throw new Problem('wrong-kind-of-caller');
  const representation = represent(contract.permission, principal, access, now);
  return { kind: 'resident', ...access, representation };
};

/** Reads what the caller's rights rest on, beside the first round trip. Throws what bars them from acting for someone else. */
export const accessOf = (runtime: Runtime, deed: Deed): Promise<Access> =>
  deed.principal.kind === 'staff'
    ? staffAccess(runtime, deed, deed.principal)
    : residentAccess(runtime, deed, deed.principal);
