import { belongsAmong, type ListedInstance } from '../../../shared/domain/care/listed-instance.ts';
import type { UnitCategories } from '../../../shared/domain/care/unit-categories.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Practising, Unit } from '../../../shared/domain/organisation.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import type { Page } from '../../../shared/persistence/engine/page.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** What every list of a unit is shown by. */
export interface Beside {
  readonly unit: Unit;
  /** Those who have the role of practitioner no more, with whom moments run still. */
  readonly left: readonly Practising[];
  readonly names: UnitCategories['names'];
}

export const loadBeside = async ({ organisation }: Stores, unitId: string): Promise<Beside> => {
  const [unit, left, categories] = await Promise.all([
    organisation.unit(unitId),
    organisation.leftWithMoments(unitId),
    organisation.categories(unitId),
  ]);
  return { unit: found(unit).value, left, names: categories?.value.names ?? {} };
};

interface Wanted {
  readonly momentId?: string | undefined;
  readonly categoryId?: string | undefined;
}

/** Of what belongs in the lists of the unit, what fits what was asked for. */
export const fits = (unit: Unit, { momentId, categoryId }: Wanted) => {
  return (one: ListedInstance): boolean =>
    belongsAmong(unit, one) &&
    (momentId === undefined || one.momentId === momentId) &&
    (categoryId === undefined || (one.categories ?? []).includes(categoryId));
};

export const narrows = ({ momentId, categoryId }: Wanted): boolean =>
  momentId !== undefined || categoryId !== undefined;

export const isAttended = (
  { left }: Beside,
  { practitioner }: Pick<ListedInstance, 'practitioner'>,
): boolean => !left.some(({ staff }) => staff === practitioner);

export interface Listed extends Beside {
  readonly page: Page<ListedInstance>;
}

export const listSubject = ({ unit: { hsaId, provider }, page }: Listed): RequestSubject => ({
  ...{ provider, unit: hsaId, resource: {} },
  shown: page.items.map(({ resident }) => resident),
});
