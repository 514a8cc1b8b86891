import type { UnitCategories } from '../../../shared/domain/care/unit-categories.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Loaded {
  readonly unit: Unit;
  readonly before: Stored<UnitCategories> | undefined;
}

/** A unit, and its own categories where it has any. */
export const loadCategories = async (
  { organisation }: Stores,
  { params: { unitId } }: { readonly params: { readonly unitId: string } },
): Promise<Loaded> => {
  const [unit, before] = await Promise.all([organisation.unit(unitId), organisation.categories(unitId)]);
  return { unit: found(unit).value, before };
};

export const categoriesSubject = ({ unit: { hsaId, provider }, before }: Loaded): RequestSubject => ({
  ...{ provider, unit: hsaId, resource: {} },
  version: before?.version ?? 0,
});
