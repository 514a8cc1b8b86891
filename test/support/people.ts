import type { Role } from '../../shared/domain/role.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { residentToken, staffToken } from './tokens.ts';
import type { World } from './world.ts';

export const provider = 'TST5565594230-1000';
export const otherProvider = 'TST5560000167-2000';
export const units = {
  care: 'TST5565594230-1001',
  otherCare: 'TST5565594230-1002',
  publisher: 'TST5565594230-1003',
  training: 'TST5565594230-1004',
  elsewhere: 'TST5560000167-2001',
};
export const residents = {
  approved: '199005082392',
  unapproved: '199605032383',
  abroad: '199605042390',
};

const staff = {
  designer: {
    hsaId: 'TST5565594230-DES1',
    roles: [
      ['designer', units.publisher],
      ['designer', units.training],
    ],
  },
  publisher: {
    hsaId: 'TST5565594230-PUB1',
    roles: [
      ['publisher', units.publisher],
      ['publisher', units.training],
    ],
  },
  /** Designs and publishes: the one the two-person rule is about. */
  both: {
    hsaId: 'TST5565594230-BOT1',
    roles: [
      ['designer', units.publisher],
      ['publisher', units.publisher],
    ],
  },
  careProviderAdmin: { hsaId: 'TST5565594230-CPA1', roles: [['care-provider-admin', undefined]] },
  practitioner: {
    hsaId: 'TST5565594230-PRA1',
    roles: [
      ['practitioner', units.care],
      ['practitioner', units.publisher],
    ],
  },
  residentAdmin: { hsaId: 'TST5565594230-RES1', roles: [['resident-admin', units.care]] },
  auditor: { hsaId: 'TST5565594230-AUD1', roles: [['auditor', undefined]] },
  roleless: { hsaId: 'TST5565594230-NON1', roles: [] },
} as const satisfies Record<
  string,
  { hsaId: string; roles: readonly (readonly [Role, string | undefined])[] }
>;
export type StaffName = keyof typeof staff;

const elsewhere = {
  practitioner: 'TST5560000167-PRA9',
  careProviderAdmin: 'TST5560000167-CPA9',
  auditor: 'TST5560000167-AUD9',
};

export const hsaIdOf = (name: StaffName): string => staff[name].hsaId;
export const commissionOf = (hsaId: string): string => `${hsaId}C1`;

const validFrom = '2020-01-01T00:00:00.000Z';
const purpose = 'Vård och behandling';

const seedUnits = async (world: World): Promise<void> => {
  const kinds = {
    care: 'care',
    otherCare: 'care',
    publisher: 'publisher',
    training: 'training-publisher',
    elsewhere: 'care',
  } as const;
  for (const [name, hsaId] of Object.entries(units) as [keyof typeof units, string][])
    await world.have(entities.unit, {
      hsaId,
      provider: name === 'elsewhere' ? otherProvider : provider,
      name: `Enheten ${name}`,
      kind: kinds[name],
      state: 'active',
    });
};

const seedStaff = async (world: World): Promise<void> => {
  for (const { hsaId, roles } of Object.values(staff)) {
    await world.have(entities.staffMember, { hsaId, name: `Namn ${hsaId.slice(-4)}`, protected: false });
    for (const [role, unit] of roles as readonly (readonly [Role, string | undefined])[])
      await world.have(entities.roleAssignment, { staff: hsaId, role, provider, ...(unit ? { unit } : {}) });
    const commission = { staff: hsaId, unit: units.care, provider, purpose, validFrom };
    await world.have(entities.commission, { ...commission, hsaId: commissionOf(hsaId) });
    await world.have(entities.commission, {
      ...commission,
      hsaId: `${hsaId}C2`,
      validTo: '2021-01-01T00:00:00.000Z',
    });
  }
  const there = { provider: otherProvider };
  await world.have(entities.roleAssignment, {
    staff: elsewhere.practitioner,
    role: 'practitioner',
    unit: units.elsewhere,
    ...there,
  });
  await world.have(entities.roleAssignment, {
    staff: elsewhere.careProviderAdmin,
    role: 'care-provider-admin',
    ...there,
  });
  await world.have(entities.roleAssignment, { staff: elsewhere.auditor, role: 'auditor', ...there });
  const commission = {
    staff: elsewhere.practitioner,
    hsaId: commissionOf(elsewhere.practitioner),
    unit: units.elsewhere,
  };
  await world.have(entities.commission, { ...commission, ...there, purpose, validFrom });
};

/** One region with its units and people, another provider beside it, and residents as the register knows them. */
export const seedPeople = async (world: World): Promise<void> => {
  await seedUnits(world);
  await seedStaff(world);
  for (const [name, number] of Object.entries(residents))
    await world.have(entities.registration, {
      personKey: world.personOf(number).key,
      registeredInSweden: name !== 'abroad',
    });
};

/** A token of the named person, with the commission they would choose; `claims` overrides. */
export const login = (name: StaffName, claims: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const { hsaId } = staff[name];
  return staffToken({ hsaId, provider, commission: commissionOf(hsaId) }, claims);
};

export const loginElsewhere = (name: keyof typeof elsewhere): Promise<string> =>
  staffToken({ hsaId: elsewhere[name], provider: otherProvider, commission: commissionOf(elsewhere[name]) });

export const loginResident = (name: keyof typeof residents, claims: Readonly<Record<string, unknown>> = {}) =>
  residentToken(residents[name], claims);
