import { nationalManagement, people, region } from '../data/demo-data.ts';
import { personnummerClaim, residentAssurance, siths, staffAssurance } from '../process/settings.ts';

/** Someone to log in as: which identity provider vouches for them, and what it says. */
interface Persona {
  readonly kind: 'staff' | 'resident';
  readonly claims: Readonly<Record<string, unknown>>;
}

const staff = (employeeHsaId: string, more: Readonly<Record<string, string>> = {}): Persona => ({
  kind: 'staff',
  claims: { employeeHsaId, healthCareProviderHsaId: region, acr: staffAssurance, amr: [siths], ...more },
});

/** Those who work with patients choose a commission at login (ID-3). */
const careStaff = (employeeHsaId: string): Persona =>
  staff(employeeHsaId, { commissionHsaId: `${employeeHsaId}C1` });

const resident = (personnummer: string): Persona => ({
  kind: 'resident',
  claims: { [personnummerClaim]: personnummer, acr: residentAssurance },
});

export const personas = {
  designer: staff('TST5565594230-DES1'),
  publisher: staff('TST5565594230-PUB1'),
  careProviderAdmin: staff('TST5565594230-CPA1'),
  practitioner: careStaff('TST5565594230-PRA1'),
  authorizationAdmin: careStaff('TST5565594230-AUT1'),
  residentAdmin: careStaff('TST5565594230-RES1'),
  dataAdmin: careStaff('TST5565594230-DAT1'),
  auditor: staff('TST5565594230-AUD1'),
  nationalAuditor: staff('TST5565594230-AUD0', { healthCareProviderHsaId: nationalManagement }),
  resident: resident(people.resident),
  guardian: resident(people.guardian),
} as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof personas;

export const isPersona = (name: string): name is PersonaName => Object.hasOwn(personas, name);
