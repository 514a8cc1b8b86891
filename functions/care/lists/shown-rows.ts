import { priorityIn } from '../../../shared/domain/care/attention.ts';
import type { ListedInstance } from '../../../shared/domain/care/listed-instance.ts';
import { shownCategories } from '../../../shared/domain/care/unit-categories.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type LabelledResident, type ShownId, withLabel } from '../../../shared/domain/registered-person.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { type Beside, isAttended, type Listed } from './list-loading.ts';

type Names = ReadonlyMap<string, string>;

export const showStaff = (staff: string, names: Names) => ({ staff, name: names.get(staff) });

/** A moment without whose it is. */
export const rowOf = (beside: Beside, one: ListedInstance, names: Names) => ({
  ...one,
  practitioner: showStaff(one.practitioner, names),
  attended: one.state === 'ended' ? undefined : isAttended(beside, one),
  priority: priorityIn(one),
  categories: shownCategories(beside.names, one.categories ?? []),
});

/**
 * How the unit’s staff are shown each. Labels are read beside the register, for everybody: to wait for who is protected would be one
 * round trip more.
 */
export const showResidents = async (
  { personRegister, people }: Stores,
  unit: string,
  residents: readonly Person[],
  idOf: ShownId,
): Promise<(person: Person) => LabelledResident> => {
  const [shown, approvals] = await Promise.all([
    personRegister.shown(residents, idOf),
    people.approvalsNamed(unit, residents.map(idOf)),
  ]);
  const byId = new Map(approvals.map(({ value }) => [value.residentId, value]));
  return (person) => withLabel(found(shown.get(person.key)), byId.get(idOf(person)));
};

/** A page of the unit’s moments, each with whose it is. */
export const showList = async (
  stores: Stores,
  listed: Listed,
  { shownIdFor }: { shownIdFor(viewer: { readonly unit: string }): ShownId },
) => {
  const { items } = listed.page;
  const { hsaId } = listed.unit;
  const residents = items.map(({ resident }) => resident);
  const [residentOf, names] = await Promise.all([
    showResidents(stores, hsaId, residents, shownIdFor({ unit: hsaId })),
    stores.staffDirectory.named(items.map(({ practitioner }) => practitioner)),
  ]);
  return items.map((one) => ({ ...rowOf(listed, one, names), resident: residentOf(one.resident) }));
};
