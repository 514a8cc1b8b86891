import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { StaffAccess } from '../auth/authorise.ts';
import type { StaffMember } from '../domain/organisation.ts';
import type { Role } from '../domain/role.ts';
import type { Database } from './database.ts';
import { entities } from './entities.ts';
import { stored } from './entity.ts';
import { keys } from './keys.ts';
import { get, ofKind, within } from './read.ts';

/** Units, staff, approvals and registrations. All reads are strongly consistent: a withdrawn role stops at once (ORG-6). */
export const organisationRepository = (database: Database) => ({
  unit: (hsaId: string) => get(database, entities.unit, keys.unit(hsaId)),
  approval: (unit: string, personKey: string) =>
    get(database, entities.approval, keys.approval(unit, personKey)),
  registration: (personKey: string) => get(database, entities.registration, keys.registration(personKey)),
  roleAt: (hsaId: string, unit: string, role: Role) =>
    get(database, entities.roleAssignment, keys.role(hsaId, unit, role)),

  /** Everything the access decision needs, in one query of one partition. */
  async access(hsaId: string): Promise<StaffAccess> {
    const items = await within(database, 'organisation', { pk: keys.staff(hsaId).pk });
    return {
      roles: ofKind(entities.roleAssignment, items).map(({ value }) => value),
      commissions: ofKind(entities.commission, items).map(({ value }) => value),
    };
  },

  /** Who the staff are, by HSA-id; at most a page's worth, far under BatchGetItem's hundred. Unknown ones are left out. */
  async staffMembers(hsaIds: readonly string[]): Promise<Map<string, StaffMember>> {
    const wanted = [...new Set(hsaIds)].map((hsaId) => keys.staff(hsaId));
    if (wanted.length === 0) return new Map();
    const table = database.tables.organisation;
    const { Responses, UnprocessedKeys } = await database.client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted.map((key) => ({ ...key })) } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('BatchGetItem left keys unprocessed');
    const found = (Responses?.[table] ?? []).map((item) => stored(entities.staffMember, item).value);
    return new Map(found.map((member) => [member.hsaId, member]));
  },
});
