import { needsCommission, purposeOf } from '../../auth/permissions.ts';
import type { ResidentPrincipal, StaffPrincipal } from '../../auth/principal.ts';
import { type ResidentAccess, represent } from '../../auth/represent.ts';
import { type DirectoryPerson, isCurrent } from '../../domain/directory-person.ts';
import { Problem } from '../../domain/problem.ts';
import { describeError } from '../../observability/log.ts';
import { orUnanswered } from '../../registers/or-unanswered.ts';
import type { Deed } from '../activity-of-request.ts';
import type { Runtime } from '../runtime.ts';
import type { Access } from './admit.ts';

/** Why a register was silent is for the log. */
const askedFor = <T>({ log }: Runtime, { contract, correlationId }: Deed, answer: Promise<T>) =>
  orUnanswered(answer, ({ cause }) => {
    const { operationId } = contract;
    log.error('register-unanswered', { operationId, correlationId, ...describeError(cause) });
  });

const staffAccess = async (
  runtime: Runtime,
  deed: Deed,
  { hsaId, commission }: StaffPrincipal,
): Promise<Access> => {
  const { stores, nationalAdministrators } = runtime;
  const { contract, now } = deed;
  const hasChosen = ({ commissions }: DirectoryPerson) =>
    commissions.some((one) => one.hsaId === commission && isCurrent(one, now));
  const asks = contract.caller === 'staff' && needsCommission(contract.permission);
  const [roles, person] = await Promise.all([
    stores.organisation.rolesOf(hsaId),
    asks ? askedFor(runtime, deed, stores.staffDirectory.person(hsaId, hasChosen)) : undefined,
  ]);
  return {
    kind: 'staff',
    roles,
    national: nationalAdministrators.includes(hsaId),
    commissions: person === 'unanswered' ? person : (person?.commissions ?? []),
  };
};

type Known = Pick<ResidentAccess, 'registered' | 'acting'>;

/** The resident and, where that is somebody else, who acts. */
const knownOf = async (
  { personRegister }: Runtime['stores'],
  { person, resident }: ResidentPrincipal,
): Promise<Known> => {
  if (person.key === resident.key) return { registered: await personRegister.oneself(resident.personnummer) };
  const people = await personRegister.people([resident.personnummer, person.personnummer]);
  return { registered: people.get(resident.personnummer), acting: people.get(person.personnummer) };
};

/** Where nobody may act for them, what it is about lies under the number they have now: no round trip is spent on mandates and others. */
const isOnesOwnAffair = (contract: Deed['contract']): boolean =>
  contract.caller === 'resident' && purposeOf(contract.permission) === undefined;

const residentAccess = async (
  runtime: Runtime,
  deed: Deed,
  principal: ResidentPrincipal,
): Promise<Access> => {
  const { stores } = runtime;
  const { contract, now } = deed;
  const { person, resident } = principal;
  const isOwn = isOnesOwnAffair(contract);
  const acts = person.key !== resident.key;
  const [earlier, mandates, known] = await Promise.all([
    isOwn ? [] : stores.people.earlierNumbers(resident.key),
    acts && !isOwn ? stores.people.mandates(resident.key, person.key) : [],
    askedFor(runtime, deed, knownOf(stores, principal)),
  ]);
  const silent: Known = { registered: 'unanswered', acting: 'unanswered' };
  const access = { earlier, mandates, ...(known === 'unanswered' ? silent : known) };
  if (contract.caller !== 'resident') throw new Problem('wrong-kind-of-caller');
  const representation = represent(contract.permission, principal, access, now);
  return { kind: 'resident', ...access, representation };
};

/** Reads what the caller's rights rest on, beside the first round trip. Throws what bars them from acting for someone else. */
export const accessOf = (runtime: Runtime, deed: Deed): Promise<Access> =>
  deed.principal.kind === 'staff'
    ? staffAccess(runtime, deed, deed.principal)
    : residentAccess(runtime, deed, deed.principal);
