import type { Mandate } from '../../../shared/domain/mandate.ts';
import { type Change, create, replace } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';

/** As the unit that registered it has it, if any did: written together with the resident’s, so that both have the same version. */
const unitsOwn = ({ registered, ...mandate }: Mandate) => (registered ? [{ ...mandate, registered }] : []);

export const created = (mandate: Mandate): Change[] => [
  create(entities.mandate, mandate),
  ...unitsOwn(mandate).map((own) => create(entities.unitMandate, own)),
];

export const replaced = ({ value, version }: Stored<Mandate>, mandate: Mandate): Change[] => [
  replace(entities.mandate, { value, version }, mandate),
  ...unitsOwn(mandate).map((own) => replace(entities.unitMandate, { value: own, version }, own)),
];
