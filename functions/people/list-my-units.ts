import { assertRegistered, type Unit } from '../../shared/domain/organisation.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { RegisteredPerson } from '../../shared/domain/registered-person.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { ownSubject } from '../../shared/http/own-subject.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listMyUnits as contract } from './contracts.ts';
import { personnummerAmong } from './earlier-numbers.ts';

/** The county is the register’s word, for protected residents as for all (ID-9). */
const countyOf = (registered: RegisteredPerson | undefined): string => {
  const { county } = assertRegistered(registered);
  if (county === undefined) throw new Problem('resident-not-registered');
  return county;
};

const shown = ({ hsaId, name, information }: Unit) => ({ unitId: hsaId, name, information });

/** What the county's list does not have: units that have approved the resident in other counties, and those they practise at (ORG-4). */
const isBeside = ({ state, kind, county: lies }: Unit, county: string): boolean =>
  state === 'active' && kind !== 'publisher' && (lies !== county || kind !== 'care');

/** Hardly anybody is approved by as many. */
const mostElsewhere = 100;

const elsewhere = (approvedAt: readonly Unit[], county: string) => {
  const beside = approvedAt
    .filter((unit) => isBeside(unit, county))
    .toSorted((one, other) => one.hsaId.localeCompare(other.hsaId));
  const left = beside.length - mostElsewhere;
  return {
    approvedElsewhere: beside.slice(0, mostElsewhere).map(shown),
    ...(left > 0 ? { approvedElsewhereLeft: left } : {}),
  };
};

export const listMyUnits = readUseCase(contract, {
  async load({ personRegister, people }, { caller: { person }, query: { cursor }, identify }) {
    const registered = await personRegister.person(person.personnummer);
    const county = countyOf(registered);
    // On the first page alone: the others go on with the county.
    if (cursor !== undefined) return { county, approving: [] };
    // As the register has them: the links of our own would be a round trip before the approvals.
    const earlier = registered ? personnummerAmong(registered).map(identify) : [];
    const approving = await Promise.all([person, ...earlier].map(({ key }) => people.approvingUnits(key)));
    return { county, approving: approving.flat() };
  },
  subject: (_, request) => ownSubject(request),
  async fetch({ organisation }, { county, approving }, { query: { limit, cursor } }) {
    const [page, approvedAt] = await Promise.all([
      organisation.activeUnitsIn(county, { limit, cursor }),
      organisation.unitsNamed(approving),
    ]);
    return { page, approvedAt };
  },
  answer: ({ county }, { page: { items, next }, approvedAt }) => ({
    body: {
      county,
      units: items.map(({ value }) => shown(value)),
      ...elsewhere(approvedAt, county),
      next,
    },
  }),
});

export const handler = httpHandler(listMyUnits);
