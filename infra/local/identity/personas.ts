import { nationalManagement, people, privateProvider, region, staff as staffIds } from '../data/demo-data.ts';
import { personnummerClaim, residentAssurance, siths, staffAssurance } from '../process/settings.ts';

/** Someone to log in as: which identity provider vouches for them, and what it says. */
interface Persona {
  readonly kind: 'staff' | 'resident';
  readonly claims: Readonly<Record<string, unknown>>;
}

const staff = (employeeHsaId: string, healthCareProviderHsaId: string = region): Persona => ({
  kind: 'staff',
  claims: { employeeHsaId, healthCareProviderHsaId, acr: staffAssurance, amr: [siths] },
});

/** Those who work with patients choose a commission at login (ID-3): the first that staff.json gives them. */
const careStaff = (employeeHsaId: string, provider?: string): Persona => {
  const { kind, claims } = staff(employeeHsaId, provider);
  return { kind, claims: { ...claims, commissionHsaId: `${employeeHsaId}C1` } };
};

const resident = (personnummer: string): Persona => ({
  kind: 'resident',
  claims: { [personnummerClaim]: personnummer, acr: residentAssurance },
});

export const personas = {
  nationalAdmin: staff(staffIds.nationalAdmin, nationalManagement),
  nationalAuditor: staff(staffIds.nationalAuditor, nationalManagement),
  regionAdmin: staff(staffIds.regionAdmin),
  careProviderAdmin: staff(staffIds.careProviderAdmin),
  auditor: staff(staffIds.auditor),
  authorizationAdmin: careStaff(staffIds.authorizationAdmin),
  authorizationAdmin2: careStaff(staffIds.authorizationAdmin2),
  designer: staff(staffIds.designer),
  publisher: staff(staffIds.publisher),
  publisher2: staff(staffIds.publisher2),
  practitioner: careStaff(staffIds.practitioner),
  protectedPractitioner: careStaff(staffIds.protectedPractitioner),
  residentAdmin: careStaff(staffIds.residentAdmin),
  residentAdmin2: careStaff(staffIds.residentAdmin2),
  dataAdmin: careStaff(staffIds.dataAdmin),
  privateCareProviderAdmin: staff(staffIds.privateCareProviderAdmin, privateProvider),
  privateAuthorizationAdmin: careStaff(staffIds.privateAuthorizationAdmin, privateProvider),
  privatePractitioner: careStaff(staffIds.privatePractitioner, privateProvider),
  privateAuditor: staff(staffIds.privateAuditor, privateProvider),
  resident: resident(people.resident),
  protectedResident: resident(people.protectedResident),
  changedNumber: resident(people.changedNumber),
  guardian: resident(people.guardian),
  child: resident(people.child),
  teenager: resident(people.teenager),
  proxy: resident(people.proxy),
  testResident: resident(people.testResident),
  protectedTestResident: resident(people.protectedTestResident),
} as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof personas;

export const isPersona = (name: string): name is PersonaName => Object.hasOwn(personas, name);
