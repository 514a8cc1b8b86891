import type { Administrators, Auditors, Unit } from '../../shared/domain/organisation.ts';
import type { Role } from '../../shared/domain/role.ts';
import { lacksAdministrators } from '../../shared/domain/staffing.ts';
import { type Change, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';

interface Held {
  readonly staff: string;
  readonly role: Role;
}

/** How a change of the role changes those who hold it. */
type Alter<Holders> = (held: Holders, staff: string) => Holders;

/**
 * What a change of a role does to the provider’s auditors. The one item that lists them is written, so that two who withdraw each
 * other meet in its version, and the later gets `version-mismatch`.
 */
export const auditorChanges = (
  provider: string,
  before: Stored<Auditors> | undefined,
  { staff, role }: Held,
  alter: Alter<Auditors>,
): Change[] =>
  role === 'auditor'
    ? [replaceOrCreate(entities.auditors, before, alter(before?.value ?? { provider, staff: [] }, staff))]
    : [];

/** The same of the unit’s authorization administrators, with what there is to say of how many they are. */
export const administratorChanges = (
  { hsaId }: Unit,
  before: Stored<Administrators> | undefined,
  { staff, role }: Held,
  alter: Alter<Administrators>,
) => {
  const had = before?.value ?? { unit: hsaId, staff: [] };
  const touched = role === 'authorization-admin';
  const has = touched ? alter(had, staff) : had;
  return {
    advice: lacksAdministrators(has) ? (['two-administrators'] as const) : [],
    changes: touched ? [replaceOrCreate(entities.administrators, before, has)] : [],
  };
};
