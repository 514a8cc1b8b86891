import type { StaffPrincipal } from '../../shared/auth/principal.ts';
import { found } from '../../shared/domain/found.ts';
import type { UnitUse } from '../../shared/domain/organisation.ts';
import type { Stores } from '../../shared/persistence/stores.ts';

/** Counted so far and no further: whoever closes or renames a unit is told enough. */
const counted = { limit: 100, cursor: undefined } as const;

interface Asked {
  readonly params: { readonly unitId: string };
  readonly caller: Pick<StaffPrincipal, 'provider'>;
}

/** A unit with what there is on it. Statistics lie by provider: they are read by the one the caller logged in for. */
export const loadUnitInUse = async (
  { organisation, moments }: Stores,
  { params: { unitId }, caller: { provider } }: Asked,
) => {
  const [unit, running, activations, made] = await Promise.all([
    organisation.unit(unitId),
    organisation.runningOn(provider ?? '', unitId),
    moments.activationsOn(unitId, counted),
    moments.momentsOf(unitId, counted),
  ]);
  const active = activations.items.filter(({ value }) => value.state === 'active').length;
  const before = found(unit);
  const isCounted = before.value.provider === provider;
  const use: UnitUse = {
    ...(isCounted ? { running } : {}),
    ...{ active, made: made.items.length },
  };
  return { before, use };
};
