import type { Commission } from '../../shared/domain/directory-person.ts';
import type { Approval, RoleAssignment, Unit } from '../../shared/domain/organisation.ts';
import type { ServiceAgreement } from '../../shared/domain/provider.ts';
import type { RegisteredPerson } from '../../shared/domain/registered-person.ts';
import type { Role } from '../../shared/domain/role.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { residentToken, staffToken } from './tokens.ts';
import { nationalAdministrator, nationalManagement, type World } from './world.ts';

/** A connected region, and a private provider with an agreement with it. */
export const provider = 'TST5565594230-1000';
export const otherProvider = 'TST5560000167-2000';
export const county = '12';
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
  protected: '199005092383',
  guardian: '197906189282',
  /** Nine years old, in the guardian’s custody. */
  child: '201805042387',
  /** Thirteen since April 2026, in the guardian’s custody. */
  teenager: '201304262387',
  proxy: '196405112985',
  /** Had the number `earlier` before. */
  renumbered: '200105032387',
  earlier: '200105042394',
  /** Nobody: there to practise on (ID-12). */
  test: '200704152388',
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
  regionAdmin: { hsaId: 'TST5565594230-REG1', roles: [['region-admin', undefined]] },
  practitioner: {
    hsaId: 'TST5565594230-PRA1',
    roles: [
      ['practitioner', units.care],
      ['practitioner', units.publisher],
    ],
  },
  /** Another practitioner, who takes no part in what the first is responsible for. */
  colleague: { hsaId: 'TST5565594230-PRA2', roles: [['practitioner', units.care]] },
  residentAdmin: { hsaId: 'TST5565594230-RES1', roles: [['resident-admin', units.care]] },
  residentAdmin2: { hsaId: 'TST5565594230-RES2', roles: [['resident-admin', units.care]] },
  dataAdmin: { hsaId: 'TST5565594230-DAT1', roles: [['data-admin', units.care]] },
  authorizationAdmin: { hsaId: 'TST5565594230-AUT1', roles: [['authorization-admin', units.care]] },
  auditor: { hsaId: 'TST5565594230-AUD1', roles: [['auditor', undefined]] },
  nationalAdmin: { hsaId: nationalAdministrator, roles: [] },
  roleless: { hsaId: 'TST5565594230-NON1', roles: [] },
} as const satisfies Record<
  string,
  { hsaId: string; roles: readonly (readonly [Role, string | undefined])[] }
>;
export type StaffName = keyof typeof staff;

const elsewhere = {
  practitioner: { hsaId: 'TST5560000167-PRA9', role: 'practitioner', unit: units.elsewhere },
  residentAdmin: { hsaId: 'TST5560000167-RES9', role: 'resident-admin', unit: units.elsewhere },
  residentAdmin2: { hsaId: 'TST5560000167-RES8', role: 'resident-admin', unit: units.elsewhere },
  careProviderAdmin: { hsaId: 'TST5560000167-CPA9', role: 'care-provider-admin', unit: undefined },
  auditor: { hsaId: 'TST5560000167-AUD9', role: 'auditor', unit: undefined },
} as const satisfies Record<string, { hsaId: string; role: Role; unit: string | undefined }>;

export const hsaIdOf = (name: StaffName): string => staff[name].hsaId;
export const commissionOf = (hsaId: string): string => `${hsaId}C1`;

/** Who gave a role, in roles that are simply there. */
export const given = { givenBy: nationalAdministrator, givenAt: '2026-01-01T00:00:00.000Z' };

/** What connects a region or a municipality, from long ago and for ever. */
export const serviceAgreementOf = (party: string): ServiceAgreement => ({
  ...{ provider: party, reference: 'Tjänsteavtal 1', processorAgreement: 'PUB-avtal 1' },
  validFrom: '2020-01-01T00:00:00.000Z',
});

/** A unit of the region, active and for care where nothing else is said. */
export const aUnit = (hsaId: string, more: Partial<Unit> = {}): Unit => ({
  ...{ hsaId, provider, county, region: provider, name: `Enheten ${hsaId.slice(-4)}` },
  ...{ kind: 'care', state: 'active', underAgreement: false },
  ...more,
});

/** A role as it would be given, with what a practitioner’s brings with it. */
export const haveRole = async (world: World, role: Omit<RoleAssignment, 'givenBy' | 'givenAt'>) => {
  await world.have(entities.roleAssignment, { ...role, ...given });
  const { staff: hsaId, unit } = role;
  if (role.role === 'practitioner' && unit !== undefined)
    await world.have(entities.practising, { staff: hsaId, unit, state: 'held', running: 0 });
};

const seedOrganisation = async (world: World): Promise<void> => {
  await world.have(entities.provider, {
    ...{ hsaId: provider, name: 'Regionen', kind: 'region', organisationNumber: '2321000016' },
    county,
  });
  await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
  await world.have(entities.provider, {
    ...{ hsaId: otherProvider, name: 'Vårdbolaget', kind: 'private', organisationNumber: '5560000167' },
  });
  await world.have(entities.agreement, {
    ...{ provider: otherProvider, region: provider, reference: 'Avtal 1' },
    serviceAgreement: serviceAgreementOf(provider).reference,
    validFrom: '2020-01-01T00:00:00.000Z',
  });
  await world.have(entities.unit, aUnit(units.care));
  await world.have(entities.unit, aUnit(units.otherCare));
  await world.have(entities.unit, aUnit(units.publisher, { kind: 'publisher' }));
  await world.have(entities.unit, aUnit(units.training, { kind: 'training-publisher' }));
  await world.have(entities.unit, aUnit(units.elsewhere, { provider: otherProvider, underAgreement: true }));
};

/** A commission valid now on that unit, with `C1` after the person’s HSA-id; and `C2`, which has expired. */
const commissionsOn = (hsaId: string, at: { unit: string; provider: string }): Commission[] => {
  const common = { ...at, purpose: 'Vård och behandling', validFrom: '2020-01-01T00:00:00Z' };
  return [
    { ...common, hsaId: commissionOf(hsaId) },
    { ...common, hsaId: `${hsaId}C2`, validTo: '2021-01-01T00:00:00Z' },
  ];
};

const inDirectory = (world: World, hsaId: string, commissions: Commission[]): void => {
  world.registers.staff.set(hsaId, { hsaId, name: `Namn ${hsaId.slice(-4)}`, protected: false, commissions });
};

const seedStaff = async (world: World): Promise<void> => {
  for (const { hsaId, roles } of Object.values(staff)) {
    inDirectory(world, hsaId, commissionsOn(hsaId, { unit: units.care, provider }));
    for (const [role, unit] of roles as readonly (readonly [Role, string | undefined])[])
      await haveRole(world, { staff: hsaId, role, provider, ...(unit ? { unit } : {}) });
  }
  await world.have(entities.administrators, { unit: units.care, staff: [staff.authorizationAdmin.hsaId] });
  await world.have(entities.auditors, { provider, staff: [staff.auditor.hsaId] });
  await world.have(entities.auditors, { provider: otherProvider, staff: [elsewhere.auditor.hsaId] });
  for (const { hsaId, role, unit } of Object.values(elsewhere)) {
    inDirectory(world, hsaId, commissionsOn(hsaId, { unit: units.elsewhere, provider: otherProvider }));
    await haveRole(world, { staff: hsaId, role, provider: otherProvider, ...(unit ? { unit } : {}) });
  }
};

/** As the person register would have someone of whom nothing is special. */
export const registered = (personnummer: string, more: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  ...{ personnummer, name: `Person ${personnummer.slice(0, 4)}`, registeredInSweden: true },
  ...{ protected: false, deceased: false, test: false },
  birthDate: `${personnummer.slice(0, 4)}-${personnummer.slice(4, 6)}-${personnummer.slice(6, 8)}`,
  ...{ county, custody: [], children: [], earlierNumbers: [] },
  ...more,
});

const seedRegister = ({ registers: { persons } }: World): void => {
  const { guardian, child, teenager } = residents;
  const custody = [{ custodian: guardian, from: '2013-01-01' }];
  const known = [
    ...Object.values(residents).map((number) => registered(number)),
    registered(residents.abroad, { registeredInSweden: false }),
    registered(residents.protected, { protected: true, name: 'Selma Skyddad' }),
    registered(guardian, { children: [child, teenager] }),
    registered(child, { custody }),
    registered(teenager, { custody }),
    registered(residents.test, { test: true, name: 'Testa Övningsdotter' }),
    registered(residents.renumbered, { earlierNumbers: [residents.earlier] }),
  ];
  for (const person of known) persons.set(person.personnummer, person);
};

/** One region with its units and people, a private provider beside it, and residents as the register knows them. */
export const seedPeople = async (world: World): Promise<void> => {
  await world.together(async () => {
    await seedOrganisation(world);
    await seedStaff(world);
  });
  seedRegister(world);
};

/** An approval as the unit would have given it. */
export const anApproval = (world: World, personnummer: string, more: Partial<Approval> = {}): Approval => ({
  ...{ unit: units.care, person: world.personOf(personnummer), scope: 'support-and-treatment' },
  ...{ residentId: shownAt(world, more.unit ?? units.care, personnummer), state: 'approved' },
  ...{ running: {}, runs: {} },
  ...more,
});

/** The id under which the staff of a unit are shown a resident. */
export const shownAt = ({ runtime, personOf }: World, at: string, personnummer: string): string =>
  runtime.personKeys.shownIdFor({ unit: at })(personOf(personnummer));

/** A token of the named person, with the commission they would choose; `claims` overrides. */
export const login = (name: StaffName, claims: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const { hsaId } = staff[name];
  const home = name === 'nationalAdmin' ? nationalManagement : provider;
  return staffToken({ hsaId, provider: home, commission: commissionOf(hsaId) }, claims);
};

export const loginElsewhere = (name: keyof typeof elsewhere): Promise<string> => {
  const { hsaId } = elsewhere[name];
  return staffToken({ hsaId, provider: otherProvider, commission: commissionOf(hsaId) });
};

export const loginResident = (name: keyof typeof residents, claims: Readonly<Record<string, unknown>> = {}) =>
  residentToken(residents[name], claims);
