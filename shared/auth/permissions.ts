import type { Role } from '../domain/role.ts';

/**
 * What a permission demands beyond a role that has it.
 * `place`: the role must be held on the unit, or on its provider. `commission`: a medarbetaruppdrag on that unit, valid
 * now (ID-3). `siths`: a SITHS card, as design, publishing and catalogue work demand (ID-2).
 */
interface PermissionRule {
  readonly roles: readonly Role[];
  readonly place: 'unit' | 'provider';
  readonly commission: boolean;
  readonly siths: boolean;
}

const designWork = { place: 'unit', commission: false, siths: true } as const;
const careWork = { place: 'unit', commission: true, siths: false } as const;

/** The one table from role to permission (ORG-6). A role that stands in no row may do nothing. */
export const permissions = {
  'moment:design': { roles: ['designer'], ...designWork },
  'moment:test': { roles: ['designer', 'practitioner'], ...designWork },
  'moment:publish': { roles: ['publisher'], ...designWork },
  'moment:activate': { roles: ['care-provider-admin'], place: 'provider', commission: false, siths: true },
  'resident:approve': { roles: ['resident-admin'], ...careWork },
  'instance:start': { roles: ['practitioner', 'resident-admin'], ...careWork },
  'instance:read': { roles: ['practitioner'], ...careWork },
  'message:send': { roles: ['practitioner'], ...careWork },
  'log:read': { roles: ['auditor'], place: 'provider', commission: false, siths: false },
} as const satisfies Record<string, PermissionRule>;

export type StaffPermission = keyof typeof permissions;

export const ruleOf = (permission: StaffPermission): PermissionRule => permissions[permission];
