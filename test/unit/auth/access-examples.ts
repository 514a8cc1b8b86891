import fc from 'fast-check';
import type { StaffAccess, Subject } from '../../../shared/auth/authorise.ts';
import type { StaffPermission } from '../../../shared/auth/permissions.ts';
import type { StaffPrincipal } from '../../../shared/auth/principal.ts';
import { type Role, role } from '../../../shared/domain/role.ts';

interface Demand {
  readonly roles: readonly Role[];
  readonly place: 'unit' | 'provider';
  readonly commission: boolean;
  readonly siths: boolean;
}

const design = { place: 'unit', commission: false, siths: true } as const;
const care = { place: 'unit', commission: true, siths: false } as const;

/** Who may do what, as requirements.md says it (ORG-6, ID-2, ID-3): written again, so that the table cannot prove itself. */
export const demands: Record<StaffPermission, Demand> = {
  'moment:design': { roles: ['designer'], ...design },
  'moment:test': { roles: ['designer', 'practitioner'], ...design },
  'moment:publish': { roles: ['publisher'], ...design },
  'moment:activate': { roles: ['care-provider-admin'], place: 'provider', commission: false, siths: true },
  'resident:approve': { roles: ['resident-admin'], ...care },
  'instance:start': { roles: ['practitioner', 'resident-admin'], ...care },
  'instance:read': { roles: ['practitioner'], ...care },
  'message:send': { roles: ['practitioner'], ...care },
  'log:read': { roles: ['auditor'], place: 'provider', commission: false, siths: false },
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
      staff: fc.constant('S'),
      role: fc.oneof(fc.constantFrom(...demands[permission].roles), fc.constantFrom(...role.options)),
      provider,
      unit,
    },
    { requiredKeys: ['staff', 'role', 'provider'] },
  );

const commission = fc.record(
  {
    staff: fc.constant('S'),
    hsaId: chosen,
    unit,
    provider,
    purpose: fc.constant('Statistik'),
    validFrom: instant,
    validTo: instant,
  },
  { requiredKeys: ['staff', 'hsaId', 'unit', 'provider', 'purpose', 'validFrom'] },
);

export const aPrincipal = (rest: Partial<StaffPrincipal> = {}): StaffPrincipal => ({
  kind: 'staff',
  hsaId: 'S',
  commission: 'C1',
  provider: 'P1',
  methods: [],
  ...rest,
});

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
      commissions: fc.uniqueArray(commission, { maxLength: 3, selector: ({ hsaId }) => hsaId }),
    }),
    subject: fc.record({ provider, unit }, { requiredKeys: ['provider'] }),
  }),
);
