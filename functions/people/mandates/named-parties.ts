import type { PersonKeys } from '../../../shared/auth/person-keys.ts';
import { personnummer, residentId, residentNamed } from '../../../shared/contract/named-resident.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Approval } from '../../../shared/domain/organisation.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { organisationSayings } from '../../../shared/domain/sayings/organisation-sayings.ts';
import { told } from '../../../shared/domain/sayings/said.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** From whom and to whom, each by number or by the id that the unit’s list of residents shows (ID-9). */
export const namedParties = {
  ...{ resident: personnummer.optional(), residentId: residentId.optional() },
  ...{ proxy: personnummer.optional(), proxyId: residentId.optional() },
};

interface Naming {
  readonly resident?: string | undefined;
  readonly residentId?: string | undefined;
  readonly proxy?: string | undefined;
  readonly proxyId?: string | undefined;
}

/** For a body with `namedParties` in it: each is meant in one way. */
export const eachInOneWay = [
  ({ resident, residentId: id, proxy, proxyId }: Naming): boolean =>
    (resident === undefined) !== (id === undefined) && (proxy === undefined) !== (proxyId === undefined),
  told(organisationSayings['each-in-one-way']),
] as const;

interface Asked extends Pick<PersonKeys, 'identify' | 'shownIdFor'> {
  readonly params: { readonly unitId: string };
  readonly body: Naming;
}

interface Parties {
  readonly resident: Person;
  readonly proxy: Person;
  readonly approval: Approval | undefined;
}

/** An id is found among the residents whom the unit has approved, or had, and nowhere else. */
const personOf = (person: Person | undefined, approval: Stored<Approval> | undefined): Person =>
  person ?? found(approval).value.person;

/** Side by side, in one round trip. Throws an `identity-number-…` problem. */
export const partiesNamed = async (people: Stores['people'], asked: Asked): Promise<Parties> => {
  const { unitId } = asked.params;
  const { body } = asked;
  const resident = residentNamed({ personnummer: body.resident, residentId: body.residentId }, unitId, asked);
  const proxy = residentNamed({ personnummer: body.proxy, residentId: body.proxyId }, unitId, asked);
  const [approval, proxyApproval] = await Promise.all([
    people.approval(unitId, resident.residentId),
    proxy.person ? undefined : people.approval(unitId, proxy.residentId),
  ]);
  return {
    resident: personOf(resident.person, approval),
    proxy: personOf(proxy.person, proxyApproval),
    approval: approval?.value,
  };
};
