import type { Auditors } from '../../shared/domain/organisation.ts';
import type { Role } from '../../shared/domain/role.ts';
import { type Change, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';

/**
 * What a change of a role does to the provider’s auditors. Where it is theirs, `alter` says how, and the one item that lists them is
 * written, so that the last two cannot be withdrawn at once.
 */
export const auditorChanges = (
  provider: string,
  before: Stored<Auditors> | undefined,
  role: Role,
  alter: (auditors: Auditors) => Auditors,
): Change[] =>
  role === 'auditor'
    ? [replaceOrCreate(entities.auditors, before, alter(before?.value ?? { provider, staff: [] }))]
    : [];
