import type { Administrators, Unit } from '../../shared/domain/organisation.ts';
import type { Role } from '../../shared/domain/role.ts';
import { lacksAdministrators } from '../../shared/domain/staffing.ts';
import { type Change, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';

interface Outcome {
  readonly advice: readonly 'two-administrators'[];
  readonly changes: readonly Change[];
}

/**
 * What a change of a role does to the unit’s authorization administrators. Where it is theirs, `alter` says how, and the one
 * item that lists them is written: two who withdraw each other meet in its version, and the later gets `version-mismatch`.
 */
export const administratorChanges = (
  { hsaId }: Unit,
  before: Stored<Administrators> | undefined,
  { staff, role }: { readonly staff: string; readonly role: Role },
  alter: (administrators: Administrators, staff: string) => Administrators,
): Outcome => {
  const had = before?.value ?? { unit: hsaId, staff: [] };
  const touched = role === 'authorization-admin';
  const has = touched ? alter(had, staff) : had;
  return {
    advice: lacksAdministrators(has) ? ['two-administrators'] : [],
    changes: touched ? [replaceOrCreate(entities.administrators, before, has)] : [],
  };
};
