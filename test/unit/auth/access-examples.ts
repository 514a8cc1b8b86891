import fc from 'fast-check';
import type { StaffAccess, Subject } from '../../../shared/auth/authorise.ts';
import type { StaffPermission } from '../../../shared/auth/permissions.ts';
import type { StaffPrincipal } from '../../../shared/auth/principal.ts';
import type { Part } from '../../../shared/domain/care/participation.ts';
import { type Role, role } from '../../../shared/domain/role.ts';

export interface Way {
  readonly roles: readonly Role[];
  readonly at: 'unit' | 'provider' | 'national-management';
  readonly commission: boolean;
  /** A stage may let it count without a SITHS card. */
  readonly careWork: boolean;
  /** What part in the moment counts (CARE-17). */
  readonly parts?: readonly Part[];
}

interface Demand {
  readonly grounds: readonly Way[];
}

const withACard = { careWork: false } as const;
const care = (...roles: Role[]): Way => ({ roles, at: 'unit', commission: true, ...withACard });
const withPart = (parts: readonly Part[]): Way => ({ ...care('practitioner'), parts });
const everyPart = ['responsible', 'colleague', 'stand-in', 'reasoned'] as const;
const unitWork = (...roles: Role[]): Way => ({ roles, at: 'unit', commission: false, ...withACard });
const overUnits = (...roles: Role[]): Way => ({ roles, at: 'provider', commission: false, ...withACard });
const nation: Way = {
  ...{ roles: ['national-admin'], at: 'national-management', commission: false },
  ...withACard,
};

/** Roles that treat and help patients on a unit, or see to those who do. */
const careRoles: readonly Role[] = ['practitioner', 'resident-admin', 'data-admin', 'authorization-admin'];
const card = (...grounds: Way[]): Demand => ({ grounds });
const withPatients = (...grounds: Way[]): Demand => ({
  grounds: grounds.map((way) => ({ ...way, careWork: way.roles.every((one) => careRoles.includes(one)) })),
});

/** Who may do what, as test/requirements.md says it (ORG-1…10, ID-2, ID-3): written again, so that the table cannot prove itself. */
export const demands: Record<StaffPermission, Demand> = {
  'provider:register': card(nation),
  'provider:read': card(overUnits('care-provider-admin', 'region-admin', 'auditor'), nation),
  'agreement:set': card(overUnits('region-admin')),
  'agreement:read': card(overUnits('region-admin', 'auditor'), nation),
  'service:hand-out': card(overUnits('region-admin')),
  'unit:activate': card(overUnits('care-provider-admin')),
  'unit:list': card(overUnits('care-provider-admin'), nation),
  'unit:read': withPatients(
    unitWork('practitioner', 'resident-admin', 'data-admin', 'authorization-admin'),
    unitWork('designer', 'publisher'),
    overUnits('care-provider-admin', 'auditor'),
  ),
  'unit:inform': withPatients(care('authorization-admin', 'resident-admin')),
  'provider:inform': card(overUnits('care-provider-admin')),
  'statistics:read-unit': withPatients(
    care('authorization-admin', 'resident-admin', 'data-admin'),
    overUnits('care-provider-admin'),
  ),
  'statistics:read-provider': card(overUnits('care-provider-admin')),
  'unit-role:give': card(care('authorization-admin'), overUnits('care-provider-admin')),
  'unit-role:read': card(care('authorization-admin'), overUnits('care-provider-admin')),
  'provider-role:give': card(overUnits('care-provider-admin'), nation),
  'provider-role:read': card(overUnits('care-provider-admin', 'auditor'), nation),
  'moment:design': card(unitWork('designer')),
  'moment:read': card(unitWork('designer', 'publisher', 'practitioner')),
  'moment:test': card(unitWork('designer', 'practitioner')),
  'moment:publish': card(unitWork('publisher')),
  'moment:activate': card(overUnits('care-provider-admin')),
  'catalogue:read': card(overUnits('care-provider-admin')),
  'activation:list': withPatients(care('practitioner', 'resident-admin'), overUnits('care-provider-admin')),
  'resident:approve': withPatients(care('resident-admin')),
  'instance:start': withPatients(care('practitioner', 'resident-admin')),
  'instance:read': withPatients(withPart(everyPart)),
  'instance:list': withPatients(care('practitioner', 'resident-admin')),
  'instance:list-own': withPatients(care('practitioner')),
  'instance:categorise': withPatients(
    withPart(['responsible', 'colleague', 'stand-in']),
    care('resident-admin'),
  ),
  'category:set': withPatients(care('resident-admin')),
  'instance:open-with-reason': withPatients(care('practitioner')),
  'form-page:create': withPatients(withPart(everyPart)),
  'message:send': withPatients(withPart(everyPart)),
  'message:read': withPatients(withPart(everyPart)),
  'comment:read': withPatients(withPart(everyPart)),
  'comment:write': withPatients(withPart(everyPart)),
  'flag:handle': withPatients(withPart(everyPart)),
  'content:plan': withPatients(withPart(everyPart)),
  'instance:undo-start': withPatients(withPart(everyPart), care('resident-admin')),
  'participation:read': withPatients(withPart(everyPart), care('resident-admin')),
  'participation:set': withPatients(
    withPart(['responsible', 'colleague', 'stand-in']),
    care('resident-admin'),
  ),
  'instance:end': withPatients(withPart(['responsible', 'colleague', 'stand-in'])),
  'log:read': card(overUnits('auditor')),
};
export const staffPermissions = Object.keys(demands) as StaffPermission[];

/** 500 ms past the second, so that whole seconds lie on either side of it. */
export const now = '2026-11-23T10:00:00.500Z';

/** As registers write instants: whole seconds without a fraction. */
const instant = fc
  .oneof(fc.constantFrom(-1, 0, 1, 500, -500), fc.integer({ min: -100_000, max: 100_000 }))
  .map((offset) => new Date(Date.parse(now) + offset).toISOString().replace('.000Z', 'Z'));

const mostly = (usual: string, other: string) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) });
const provider = mostly('P1', 'P2');
const unit = mostly('U1', 'U2');
const chosen = mostly('C1', 'C2');

const assignment = (permission: StaffPermission) =>
  fc.record(
    {
      role: fc.oneof(
        fc.constantFrom(...demands[permission].grounds.flatMap(({ roles }) => roles)),
        fc.constantFrom(...role.options),
      ),
      provider,
      unit,
    },
    { requiredKeys: ['role', 'provider'] },
  );

const commission = fc.record(
  { hsaId: chosen, unit, provider, purpose: fc.constant('Statistik'), validFrom: instant, validTo: instant },
  { requiredKeys: ['hsaId', 'provider', 'purpose'] },
);

const commissions = fc.oneof(
  { weight: 6, arbitrary: fc.uniqueArray(commission, { maxLength: 3, selector: ({ hsaId }) => hsaId }) },
  { weight: 1, arbitrary: fc.constant('unanswered' as const) },
);

export const aPrincipal = (rest: Partial<StaffPrincipal> = {}): StaffPrincipal => ({
  kind: 'staff',
  hsaId: 'S',
  commission: 'C1',
  provider: 'P1',
  methods: ['siths'],
  ...rest,
});

/** Somebody of whom nothing is known that would let them in anywhere. */
export const noAccess: StaffAccess = { roles: [], national: false, commissions: [] };

export interface Attempt {
  readonly permission: StaffPermission;
  readonly principal: StaffPrincipal;
  readonly access: StaffAccess;
  readonly subject: Subject;
}

/** Anyone with any roles and commissions asking for anything; few names, so that they often meet. */
export const attempt: fc.Arbitrary<Attempt> = fc.constantFrom(...staffPermissions).chain((permission) =>
  fc.record({
    permission: fc.constant(permission),
    principal: fc.option(chosen, { nil: undefined }).map((held) => aPrincipal({ commission: held })),
    access: fc.record({
      roles: fc.array(assignment(permission), { maxLength: 6 }),
      national: fc.boolean(),
      commissions,
    }),
    subject: fc.record(
      { provider, unit, part: fc.constantFrom(...everyPart) },
      { requiredKeys: ['provider'] },
    ),
  }),
);
