import type { PersonKeys } from '../../../shared/auth/person-keys.ts';
import type { ResidentPrincipal } from '../../../shared/auth/principal.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Activation } from '../../../shared/domain/moment/activation.ts';
import { type CatalogueEntry, isOffered } from '../../../shared/domain/moment/catalogue-entry.ts';
import { type Recall, recallOf } from '../../../shared/domain/moment/recall.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import { type Change, keep } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { startDemands } from '../../../shared/persistence/moments/start-demands.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Asked {
  readonly params: { readonly unitId: string };
  readonly caller: ResidentPrincipal;
  readonly shownIdFor: PersonKeys['shownIdFor'];
}

/** A unit that may know the resident: they are approved, or there are earlier numbers of theirs to look under. */
export interface UnitForResident {
  readonly unit: Unit;
  readonly earlierNumbersToCheck: readonly Person[];
}

/** Residents are told of no unit that is closed or has not approved them (ID-11, PUB-8). An approval withdrawn is a no, whatever was before. */
export const loadUnitForResident = async (
  { organisation, people }: Stores,
  { params: { unitId }, caller: { resident }, shownIdFor }: Asked,
): Promise<UnitForResident> => {
  const [unit, approval, earlier] = await Promise.all([
    organisation.unit(unitId),
    people.approval(unitId, shownIdFor({ unit: unitId })(resident)),
    people.earlierNumbers(resident.key),
  ]);
  const { value } = found(unit);
  const state = approval?.value.state;
  const mayBeApproved = state === 'approved' || (state === undefined && earlier.length > 0);
  if (value.state !== 'active' || !mayBeApproved) throw new Problem('not-found');
  return { unit: value, earlierNumbersToCheck: state === 'approved' ? [] : earlier };
};

/** The second half of `loadUnitForResident`: an approval under an earlier number is theirs too. */
export const assertApprovedUnderEarlierNumber = async (
  { people }: Stores,
  { unit, earlierNumbersToCheck }: UnitForResident,
  { shownIdFor }: Pick<Asked, 'shownIdFor'>,
): Promise<void> => {
  if (earlierNumbersToCheck.length === 0) return;
  const idOf = shownIdFor({ unit: unit.hsaId });
  const approvals = await Promise.all(
    earlierNumbersToCheck.map((number) => people.approval(unit.hsaId, idOf(number))),
  );
  if (!approvals.some((one) => one?.value.state === 'approved')) throw new Problem('not-found');
};

/** A resident’s reading of an open moment, begun or not. */
export interface Reading extends UnitForResident {
  readonly begun: boolean;
  readonly entry: CatalogueEntry | undefined;
  /** Of that major. */
  readonly recalls: readonly Recall[];
}

interface AskedMoment extends Asked {
  readonly params: { readonly unitId: string; readonly momentId: string; readonly major: number };
}

export const loadReading = async (stores: Stores, asked: AskedMoment): Promise<Reading> => {
  const { unitId, momentId, major } = asked.params;
  const [unitForResident, begun, entry, recalls] = await Promise.all([
    loadUnitForResident(stores, asked),
    stores.people.openReading(unitId, asked.caller.resident.key, momentId, major),
    stores.moments.catalogueEntry(momentId),
    stores.moments.recalls(momentId, major),
  ]);
  return {
    ...unitForResident,
    ...{ begun: begun !== undefined, entry: entry?.value },
    recalls: recalls.map(({ value }) => value),
  };
};

/** In the publisher's own words to residents: `moment-stopped`. */
const assertNotStopped = (recalled: Recall | undefined): void => {
  if (!recalled) return;
  const { textForResidents: words } = recalled;
  const detail = { sv: words, en: words };
  throw new Problem('moment-stopped', [{ pointer: '/params/momentId', code: 'publisher-says', detail }]);
};

/**
 * Reading on needs nothing; to begin needs agreements in force (ORG-2), a version that is not recalled (PUB-9) and is offered to the
 * unit's provider (PUB-3), and leaves word that it has begun.
 */
export const beginReading = (
  { unit, begun, entry, recalls }: Reading,
  momentVersion: string,
  { params: { momentId, major }, caller: { resident }, now }: AskedMoment & { readonly now: string },
): readonly Change[] => {
  if (begun) return [];
  const offered = found(entry);
  if (!isOffered(offered, unit.provider)) throw new Problem('not-found');
  assertNotStopped(recallOf(recalls, momentVersion));
  const reading = { unit: unit.hsaId, personKey: resident.key, momentId, major, begunAt: now };
  return [
    keep(entities.openReading, reading),
    ...agreementDemands(unit, now, 'unit-begins-nothing-new'),
    ...startDemands(offered, unit.provider, { momentVersion, otherwise: 'moment-stopped' }),
  ];
};

export const openMomentSubject = (
  { unit: { hsaId, provider } }: UnitForResident,
  { caller: { resident } }: Pick<Asked, 'caller'>,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ provider, unit: hsaId, patient: resident, resource });

/** Open and active, or it does not exist for residents who have not been started on it (PUB-8). */
export const isOpen = ({ open, state }: Activation): boolean => open && state === 'active';

export const assertOpen = (activation: Activation | undefined): Activation => {
  if (!activation || !isOpen(activation)) throw new Problem('not-found');
  return activation;
};
