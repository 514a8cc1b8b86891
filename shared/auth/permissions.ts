import type { Part } from '../domain/care/participation.ts';
import type { MandatePurpose } from '../domain/mandate.ts';
import type { Role } from '../domain/role.ts';

/**
 * One way to have a permission: a role, held on the unit, on its provider, or at the national management. `commission`: a
 * medarbetaruppdrag on that unit as well, valid now (ID-3).
 */
export interface Ground {
  readonly roles: readonly Role[];
  readonly at: 'unit' | 'provider' | 'national-management';
  readonly commission: boolean;
  /** A stage may let it count with another two-factor login than a SITHS card (ID-2). */
  readonly careWork: boolean;
  /** Whose part in the moment counts (CARE-17); everybody's who holds the role where nothing is said. */
  readonly parts?: readonly Part[];
}

/** What a permission demands: one of these, with a SITHS card (ID-2). */
interface PermissionRule {
  readonly grounds: readonly Ground[];
}

/** Care work on a unit: under a commission. */
const inCare = (...roles: Role[]): Ground => ({ roles, at: 'unit', commission: true, careWork: false });
/** What those who take part in a moment do in it. */
const takingPart = (parts: readonly Part[], ...roles: Role[]): Ground => ({ ...inCare(...roles), parts });
const anyPart = ['responsible', 'colleague', 'stand-in', 'reasoned'] as const;
/** Work on a publisher unit, or what needs no commission. */
const onUnit = (...roles: Role[]): Ground => ({ roles, at: 'unit', commission: false, careWork: false });
const atProvider = (...roles: Role[]): Ground => ({
  ...{ roles, at: 'provider', commission: false },
  careWork: false,
});
const national = {
  ...{ roles: ['national-admin'], at: 'national-management', commission: false },
  careWork: false,
} as const satisfies Ground;

const withCard = (...grounds: Ground[]): PermissionRule => ({ grounds });
/** Care work to those of the first ground alone: whoever administers, designs, publishes or audits never does without the card. */
const careWork = (toThese: Ground, ...others: Ground[]): PermissionRule => ({
  grounds: [{ ...toThese, careWork: true }, ...others],
});
/** Care work by those who take part in a moment, and by those who see to a unit's residents. */
const careInMoment = (parts: readonly Part[]): PermissionRule => ({
  grounds: [takingPart(parts, 'practitioner'), inCare('resident-admin')].map((ground) => ({
    ...ground,
    careWork: true,
  })),
});

const unitAdministrators = withCard(inCare('authorization-admin'), atProvider('care-provider-admin'));

/** The one table from role to permission (ORG-6). A role that stands in no row may do nothing. */
export const permissions = {
  'provider:register': withCard(national),
  'provider:read': withCard(atProvider('care-provider-admin', 'region-admin', 'auditor'), national),
  'provider:inform': withCard(atProvider('care-provider-admin')),
  'agreement:set': withCard(atProvider('region-admin')),
  'agreement:read': withCard(atProvider('region-admin', 'auditor'), national),
  'service:hand-out': withCard(atProvider('region-admin')),
  'unit:activate': withCard(atProvider('care-provider-admin')),
  'unit:list': withCard(atProvider('care-provider-admin'), national),
  'unit:read': careWork(
    onUnit('practitioner', 'resident-admin', 'data-admin', 'authorization-admin'),
    onUnit('designer', 'publisher'),
    atProvider('care-provider-admin', 'auditor'),
  ),
  'unit:inform': careWork(inCare('authorization-admin', 'resident-admin')),
  'statistics:read-unit': careWork(
    inCare('authorization-admin', 'resident-admin', 'data-admin'),
    atProvider('care-provider-admin'),
  ),
  'statistics:read-provider': withCard(atProvider('care-provider-admin')),

  'unit-role:give': unitAdministrators,
  'unit-role:read': unitAdministrators,
  'provider-role:give': withCard(atProvider('care-provider-admin'), national),
  'provider-role:read': withCard(atProvider('care-provider-admin', 'auditor'), national),

  'moment:read': withCard(onUnit('designer', 'publisher', 'practitioner')),
  'moment:design': withCard(onUnit('designer')),
  'moment:test': withCard(onUnit('designer', 'practitioner')),
  'moment:publish': withCard(onUnit('publisher')),
  'moment:activate': withCard(atProvider('care-provider-admin')),
  'catalogue:read': withCard(atProvider('care-provider-admin')),
  'activation:list': careWork(inCare('practitioner', 'resident-admin'), atProvider('care-provider-admin')),

  'resident:approve': careWork(inCare('resident-admin')),
  'instance:start': careWork(inCare('practitioner', 'resident-admin')),
  // As all else in a moment: who takes no part in it states a reason first.
  'instance:undo-start': careInMoment(anyPart),
  'instance:read': careWork(takingPart(anyPart, 'practitioner')),
  'instance:list': careWork(inCare('practitioner', 'resident-admin')),
  'instance:list-own': careWork(inCare('practitioner')),
  'instance:categorise': careInMoment(['responsible', 'colleague', 'stand-in']),
  'category:set': careWork(inCare('resident-admin')),
  'instance:open-with-reason': careWork(inCare('practitioner')),
  'form-page:create': careWork(takingPart(anyPart, 'practitioner')),
  'message:send': careWork(takingPart(anyPart, 'practitioner')),
  'message:read': careWork(takingPart(anyPart, 'practitioner')),
  'comment:read': careWork(takingPart(anyPart, 'practitioner')),
  'comment:write': careWork(takingPart(anyPart, 'practitioner')),
  'flag:handle': careWork(takingPart(anyPart, 'practitioner')),
  'content:plan': careWork(takingPart(anyPart, 'practitioner')),
  'participation:read': careInMoment(anyPart),
  // Whoever stated a reason for today does not make themselves, or somebody else, a part of it for good.
  'participation:set': careInMoment(['responsible', 'colleague', 'stand-in']),
  'instance:end': careWork(takingPart(['responsible', 'colleague', 'stand-in'], 'practitioner')),

  'log:read': withCard(atProvider('auditor')),
} as const satisfies Record<string, PermissionRule>;

export type StaffPermission = keyof typeof permissions;

export const ruleOf = (permission: StaffPermission): PermissionRule => permissions[permission];

/** Some way to have it goes through a commission, so the staff directory must be asked (ID-3). */
export const needsCommission = (permission: StaffPermission): boolean =>
  ruleOf(permission).grounds.some(({ commission }) => commission);

/** Some way to have it goes through a part in the moment, so that must be read (CARE-17). */
export const needsPart = (permission: StaffPermission): boolean =>
  ruleOf(permission).grounds.some(({ parts }) => parts);

/**
 * What a resident’s route needs of someone who acts for them: the purpose of a mandate (ID-7), which a guardian is taken to have.
 * `nobody`: the residents themselves alone.
 */
const residentPermissions = {
  'own-data:view': 'view',
  'own-data:answer': 'answer',
  'own-data:messages': 'messages',
  'own-data:write': 'messages',
  'own-data:self': 'nobody',
} as const satisfies Record<string, MandatePurpose | 'nobody'>;

export type ResidentPermission = keyof typeof residentPermissions;

/** What somebody who acts for the resident must be allowed; undefined where nobody may. */
export const purposeOf = (permission: ResidentPermission): MandatePurpose | undefined => {
  const purpose = residentPermissions[permission];
  return purpose === 'nobody' ? undefined : purpose;
};
