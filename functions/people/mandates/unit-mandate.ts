import type { PersonKeys } from '../../../shared/auth/person-keys.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Mandate } from '../../../shared/domain/mandate.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { residentAtUnit } from '../resident-at-unit.ts';
import { bothSides } from './open-mandates.ts';

interface Asked {
  readonly params: { readonly unitId: string };
  readonly body: { readonly resident: string; readonly proxy: string; readonly mandateId: string };
  readonly identify: PersonKeys['identify'];
}

/** A mandate that a unit has registered, with what counts on both sides of it. */
export const loadUnitMandate = async (stores: Stores, { params: { unitId }, body, identify }: Asked) => {
  const parties = { resident: identify(body.resident), proxy: identify(body.proxy) };
  const [unit, mandate, sides] = await Promise.all([
    stores.organisation.unit(unitId),
    stores.people.mandate(parties.resident.key, parties.proxy.key, body.mandateId),
    bothSides(stores, parties.resident.key, parties.proxy.key),
  ]);
  return { ...parties, unit: found(unit).value, mandate, sides };
};

type Loaded = Awaited<ReturnType<typeof loadUnitMandate>>;

export const unitMandateSubject = ({ unit, resident, proxy }: Loaded, { body: { mandateId } }: Asked) => ({
  ...residentAtUnit(unit, resident, { mandateId }),
  proxy,
});

/** Another unit’s, or the resident’s own, is not this unit’s to know of. */
export const registeredBy = (
  { hsaId }: Unit,
  mandate: Stored<Mandate> | undefined,
): { before: Stored<Mandate>; registered: NonNullable<Mandate['registered']> } => {
  const before = found(mandate);
  const { registered } = before.value;
  if (registered?.unit !== hsaId) throw new Problem('not-found');
  return { before, registered };
};
