import { found } from '../../shared/domain/found.ts';
import type { Approval } from '../../shared/domain/organisation.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type LabelledResident, withLabel } from '../../shared/domain/registered-person.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import type { PersonRegister } from '../../shared/registers/person-register.ts';

interface AtUnit {
  readonly resident: Person;
  readonly residentId: string;
  readonly approval: Stored<Approval> | undefined;
}

/** One resident as a unit’s staff are shown them; protected while the register does not answer (ID-9). */
export const showAtUnit = async (
  { shown }: PersonRegister,
  { resident, residentId, approval }: AtUnit,
): Promise<LabelledResident> =>
  withLabel(found((await shown([resident], () => residentId)).get(resident.key)), approval?.value);
