import type { Administrators, Auditors, RoleAssignment, RoleChange } from '../../domain/organisation.ts';
import type { Role } from '../../domain/role.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, listed, partsOf, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Roles of staff. What a decision rests on is read strongly consistent: a withdrawn role stops at once (ORG-6). */
export const roleRepository = (database: Database, cursors: Cursors) => ({
  administrators: (unit: string): Promise<Stored<Administrators> | undefined> =>
    get(database, organisationEntities.administrators, keys.administrators(unit)),

  auditors: (provider: string): Promise<Stored<Auditors> | undefined> =>
    get(database, organisationEntities.auditors, keys.auditors(provider)),

  roleAt: (hsaId: string, place: string, role: Role) =>
    get(database, organisationEntities.roleAssignment, keys.role(hsaId, place, role)),

  /** All roles a member of staff holds anywhere: what every decision about them rests on. */
  async rolesOf(hsaId: string): Promise<RoleAssignment[]> {
    const { pk } = keys.role(hsaId, '', '');
    const items = await within(database, 'organisation', { pk, begins: prefix.roles });
    return ofKind(organisationEntities.roleAssignment, items).map(({ value }) => value);
  },

  /** Those who hold a role on a unit or provider. From an index, so one given this instant may be a moment late. */
  rolesAt: (place: string, page: PageRequest): Promise<Page<Stored<RoleAssignment>>> =>
    queryPage(database, cursors, {
      kind: organisationEntities.roleAssignment,
      ...byOwner(place, listed.roles),
      ...page,
      list: ['roles', place],
      startKey: ({ listed: at = '' }) => {
        const [, staff = '', role = ''] = partsOf(at);
        return { owner: place, listed: at, ...keys.role(staff, place, role) };
      },
    }),

  /** Newest first. */
  roleChanges: (place: string, page: PageRequest): Promise<Page<Stored<RoleChange>>> => {
    const { pk } = keys.roleChange(place, '');
    return pageInPartition(database, cursors, {
      kind: organisationEntities.roleChange,
      ...{ pk, begins: prefix.roleChanges },
      newestFirst: true,
      ...page,
      list: ['role-changes', place],
    });
  },
});
