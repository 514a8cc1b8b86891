import { found } from '../../../shared/domain/found.ts';
import type { Activation } from '../../../shared/domain/moment/activation.ts';
import { assertAvailable, type CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { majorOf } from '../../../shared/domain/moment/version.ts';
import { assertActive, type Unit } from '../../../shared/domain/organisation.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Asked {
  readonly unitId: string;
  readonly momentId: string;
  readonly momentVersion: string;
}

interface ActivationBasis {
  readonly unit: Unit;
  readonly version: PublishedVersion | undefined;
  readonly entry: CatalogueEntry | undefined;
  /** Of that major version, if there is one. */
  readonly activation: Stored<Activation> | undefined;
}

/** All that activating a version on a unit rests on. */
export const loadForActivation = async (
  { organisation, moments }: Stores,
  { unitId, momentId, momentVersion }: Asked,
): Promise<ActivationBasis> => {
  const [unit, version, entry, activation] = await Promise.all([
    organisation.unit(unitId),
    moments.version(momentId, momentVersion),
    moments.catalogueEntry(momentId),
    moments.activation(unitId, momentId, majorOf(momentVersion)),
  ]);
  return { unit: found(unit).value, version: version?.value, entry: entry?.value, activation };
};

/** A version that the unit's provider is offered, of a moment that is published, on a unit that is active: each refused with its own problem. */
export const assertActivatable = ({ unit, version, entry }: ActivationBasis) => {
  assertActive(unit);
  const published = found(version);
  const listed = found(entry);
  assertAvailable(listed, unit.provider);
  return { published, listed };
};
