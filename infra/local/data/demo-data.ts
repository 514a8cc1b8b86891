import type { Commission, RoleAssignment, StaffMember, Unit } from '../../../shared/domain/organisation.ts';
import type { Role } from '../../../shared/domain/role.ts';

/** Organisations and people that do not exist: HSA-ids with the test prefix, personnummer of the Tax Agency's test series. */
export const nationalManagement = 'TST5565594230-0001';
export const region = 'TST5565594230-1000';
const privateProvider = 'TST5560000167-2000';

const psychiatry = 'TST5565594230-1001';
const healthCentre = 'TST5565594230-1002';
const publisherUnit = 'TST5565594230-1003';
const trainingUnit = 'TST5565594230-1004';
const privateUnit = 'TST5560000167-2001';

const unit = (provider: string, hsaId: string, name: string, kind: Unit['kind'] = 'care'): Unit => ({
  ...{ hsaId, provider, name, kind },
  state: 'active',
});

export const units: readonly Unit[] = [
  unit(region, psychiatry, 'Psykiatrimottagningen Söder'),
  unit(region, healthCentre, 'Vårdcentralen Norr'),
  unit(region, publisherUnit, 'Utgivarenheten', 'publisher'),
  unit(region, trainingUnit, 'Utbildningsenheten', 'training-publisher'),
  unit(privateProvider, privateUnit, 'Vårdbolaget Centrum'),
];

const member = (hsaId: string, name: string): StaffMember => ({ hsaId, name, protected: false });

export const staff: readonly StaffMember[] = [
  member('TST5565594230-DES1', 'Disa Holmsten'),
  member('TST5565594230-PUB1', 'Pontus Ekvall'),
  member('TST5565594230-CPA1', 'Cecilia Palmbäck'),
  member('TST5565594230-PRA1', 'Petra Raskmark'),
  member('TST5565594230-AUT1', 'Anton Utterdal'),
  member('TST5565594230-RES1', 'Rebecka Sandkulla'),
  member('TST5565594230-DAT1', 'David Tallhed'),
  member('TST5565594230-AUD1', 'Agneta Uddbäck'),
  member('TST5565594230-AUD0', 'Nils Granlövs'),
  member('TST5560000167-PRA9', 'Pia Rönnklint'),
  member('TST5560000167-CPA9', 'Casper Ahlvret'),
];

const roleOf = (staffId: string, role: Role, provider: string, at?: string): RoleAssignment => ({
  staff: staffId,
  role,
  provider,
  ...(at === undefined ? {} : { unit: at }),
});

export const roles: readonly RoleAssignment[] = [
  roleOf('TST5565594230-DES1', 'designer', region, publisherUnit),
  roleOf('TST5565594230-DES1', 'designer', region, trainingUnit),
  roleOf('TST5565594230-PUB1', 'publisher', region, publisherUnit),
  roleOf('TST5565594230-PUB1', 'publisher', region, trainingUnit),
  roleOf('TST5565594230-CPA1', 'care-provider-admin', region),
  roleOf('TST5565594230-PRA1', 'practitioner', region, psychiatry),
  // Drafts are tested by a practitioner as well, where they are designed (PUB-1).
  roleOf('TST5565594230-PRA1', 'practitioner', region, publisherUnit),
  roleOf('TST5565594230-AUT1', 'authorization-admin', region, psychiatry),
  roleOf('TST5565594230-RES1', 'resident-admin', region, psychiatry),
  roleOf('TST5565594230-DAT1', 'data-admin', region, psychiatry),
  roleOf('TST5565594230-AUD1', 'auditor', region),
  roleOf('TST5565594230-AUD0', 'auditor', nationalManagement),
  roleOf('TST5560000167-PRA9', 'practitioner', privateProvider, privateUnit),
  roleOf('TST5560000167-CPA9', 'care-provider-admin', privateProvider),
];

const commissionOf = (staffId: string, provider = region, at = psychiatry): Commission => ({
  staff: staffId,
  hsaId: `${staffId}C1`,
  unit: at,
  provider,
  purpose: 'Vård och behandling',
  validFrom: '2020-01-01T00:00:00.000Z',
});

export const commissions: readonly Commission[] = [
  commissionOf('TST5565594230-PRA1'),
  commissionOf('TST5565594230-AUT1'),
  commissionOf('TST5565594230-RES1'),
  commissionOf('TST5565594230-DAT1'),
  {
    ...commissionOf('TST5565594230-PRA1'),
    hsaId: 'TST5565594230-PRA1C2',
    validTo: '2021-01-01T00:00:00.000Z',
  },
  commissionOf('TST5560000167-PRA9', privateProvider, privateUnit),
];

export const people = {
  resident: '199005082392',
  /** No unit has approved this one: for trying the refusal. */
  neverApproved: '199605032383',
  guardian: '197906189282',
  child: '201805042387',
} as const;
