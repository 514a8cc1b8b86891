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
import { type Change, demandUnread, keep } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { startDemand, toldToResident } from '../../../shared/persistence/moments/start-demands.ts';
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
  /** Under the number they have now. */
  readonly isApproved: boolean;
  readonly earlierNumbers: readonly Person[];
}

/** Residents are told of no unit that is closed or has not approved them (ID-11, PUB-8). An approval withdrawn is a no, whatever was before. */
export const loadUnitForResident = async (
  { organisation, people }: Stores,
  { params: { unitId }, caller: { resident }, shownIdFor }: Asked,
): Promise<UnitForResident> => {
  const [unit, approval, earlierNumbers] = await Promise.all([
    organisation.unit(unitId),
    people.approval(unitId, shownIdFor({ unit: unitId })(resident)),
    people.earlierNumbers(resident.key),
  ]);
  const { value } = found(unit);
  const state = approval?.value.state;
  const mayBeApproved = state === 'approved' || (state === undefined && earlierNumbers.length > 0);
  if (value.state !== 'active' || !mayBeApproved) throw new Problem('not-found');
  return { unit: value, isApproved: state === 'approved', earlierNumbers };
};

/** An approval under an earlier number is theirs too: one of these must hold. */
const approvals = (
  { unit, isApproved, earlierNumbers }: UnitForResident,
  { caller: { resident }, shownIdFor }: Asked,
): Change[] =>
  (isApproved ? [resident] : earlierNumbers).map(shownIdFor({ unit: unit.hsaId })).map((residentId) =>
    demandUnread(entities.approval, keys.approval(unit.hsaId, residentId), {
      ...{ state: ['approved'], otherwise: 'not-found' },
    }),
  );

/** The second half of `loadUnitForResident`, where the number they have now says nothing. */
export const approvalDemands = (loaded: UnitForResident, asked: Asked): Change[][] =>
  loaded.isApproved ? [] : approvals(loaded, asked).map((approval) => [approval]);

/** A resident’s reading of an open moment. */
export interface Reading extends UnitForResident {
  /** Under the number they have now. */
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
const stoppedBy = ({ textForResidents: words }: Recall): Problem => {
  const detail = { sv: words, en: words };
  return new Problem('moment-stopped', [{ pointer: '/params/momentId', code: 'publisher-says', detail }]);
};

interface Beginning extends AskedMoment {
  readonly now: string;
}

const readingChange = (
  { unit }: Reading,
  { params: { momentId, major }, caller: { resident }, now }: Beginning,
): Change =>
  keep(entities.openReading, {
    ...{ unit: unit.hsaId, personKey: resident.key },
    ...{ momentId, major, begunAt: now },
  });

/**
 * To begin needs agreements in force (ORG-2), a version that is not recalled (PUB-9) and is offered to the unit's provider (PUB-3), and
 * leaves word that it has begun.
 */
const beginning = (
  reading: Reading,
  momentVersion: string,
  asked: Beginning,
): readonly Change[] | Problem => {
  const { unit, entry, recalls } = reading;
  if (!entry || !isOffered(entry, unit.provider)) return new Problem('not-found');
  const recalled = recallOf(recalls, momentVersion);
  if (recalled) return stoppedBy(recalled);
  return [
    readingChange(reading, asked),
    ...agreementDemands(unit, asked.now, 'unit-begins-nothing-new'),
    startDemand({ momentId: entry.momentId, momentVersion, provider: unit.provider }, toldToResident),
  ];
};

/**
 * The ways in which they may read: approved by the unit, they begin, or go on with what they began under an earlier number (ID-4). What
 * they began under the one they have now needs no more than the approval.
 */
export const readingDemands = (
  reading: Reading,
  momentVersion: string,
  asked: Beginning,
): (readonly Change[])[] => {
  if (reading.begun) return approvalDemands(reading, asked);
  const { unit, earlierNumbers } = reading;
  const { momentId, major } = asked.params;
  const begun = beginning(reading, momentVersion, asked);
  const isRefused = begun instanceof Problem;
  if (isRefused && earlierNumbers.length === 0) throw begun;
  const begunEarlier = earlierNumbers.map(({ key }) => [
    demandUnread(entities.openReading, keys.openReading(unit.hsaId, key, momentId, major), {
      otherwise: isRefused ? begun : 'not-found',
    }),
    // From now on it is found under the number they have.
    readingChange(reading, asked),
  ]);
  const either = [...(isRefused ? [] : [begun]), ...begunEarlier];
  // The approval first, for whoever has none is told nothing of the rest.
  return either.flatMap((changes) => approvals(reading, asked).map((approval) => [approval, ...changes]));
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
