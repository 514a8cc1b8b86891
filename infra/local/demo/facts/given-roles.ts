import { nationalManagement, privateProvider, region, staff, units } from '../../data/demo-data.ts';
import type { PersonaName } from '../../identity/personas.ts';
import type { Step } from '../client.ts';
import { placeNames } from './place-names.ts';

type Given = readonly [as: PersonaName, to: keyof typeof staff, role: string];

const give = (
  kind: 'providers' | 'units',
  place: string,
  [as, to, role]: Given,
  claims?: Step['claims'],
): Step => ({
  says: `${as} gives ${to} the role ${role} at ${placeNames[place]}`,
  as,
  ...(claims ? { claims } : {}),
  request: `POST /${kind}/${place}/roles`,
  body: { staff: staff[to], role },
  expect: 201,
  orDone: 'already-exists',
});

const atProvider = (provider: string, ...given: Given) => give('providers', provider, given);
const onUnit = (unit: string, ...given: Given) => give('units', unit, given);

/** On the units they work on besides the first, the administrator logs in with the commission there (staff.json). */
const publisherUnits = [
  [units.publisher, `${staff.authorizationAdmin}C3`],
  [units.training, `${staff.authorizationAdmin}C4`],
] as const;

const ofPublisherUnits = publisherUnits.flatMap(([unit, commissionHsaId]) =>
  (
    [
      ['authorizationAdmin', 'designer', 'designer'],
      ['authorizationAdmin', 'publisher', 'publisher'],
      // Who recalls a version does not lift that alone (PUB-9).
      ['authorizationAdmin', 'publisher2', 'publisher'],
      // Drafts are tested by a practitioner as well, where they are designed (PUB-1).
      ['authorizationAdmin', 'practitioner', 'practitioner'],
    ] as const
  ).map((given) => give('units', unit, given, { commissionHsaId })),
);

const unitsOfRegion = [units.care, units.otherCare, units.publisher, units.training];

const byOthers: readonly Step[] = [
  atProvider(region, 'careProviderAdmin', 'auditor', 'auditor'),
  atProvider(privateProvider, 'privateCareProviderAdmin', 'privateAuditor', 'auditor'),
  // Two on each unit, as ORG-6 advises.
  ...unitsOfRegion.flatMap((unit) => [
    onUnit(unit, 'careProviderAdmin', 'authorizationAdmin', 'authorization-admin'),
    onUnit(unit, 'careProviderAdmin', 'authorizationAdmin2', 'authorization-admin'),
  ]),
  onUnit(units.care, 'authorizationAdmin', 'practitioner', 'practitioner'),
  onUnit(units.care, 'authorizationAdmin', 'protectedPractitioner', 'practitioner'),
  onUnit(units.care, 'authorizationAdmin', 'residentAdmin', 'resident-admin'),
  onUnit(units.care, 'authorizationAdmin', 'residentAdmin2', 'resident-admin'),
  onUnit(units.care, 'authorizationAdmin', 'dataAdmin', 'data-admin'),
  ...ofPublisherUnits,
  // Whole treatments are practised where test residents are (ORG-5).
  give('units', units.training, ['authorizationAdmin', 'residentAdmin', 'resident-admin'], {
    commissionHsaId: `${staff.authorizationAdmin}C4`,
  }),
  onUnit(units.privateCare, 'privateCareProviderAdmin', 'privateAuthorizationAdmin', 'authorization-admin'),
  onUnit(units.privateCare, 'privateAuthorizationAdmin', 'privatePractitioner', 'practitioner'),
  onUnit(units.privateCare, 'privateAuthorizationAdmin', 'privatePractitioner', 'resident-admin'),
];

/** Who makes whom what, in the order in which each giver has got the right to. */
export const givenRoles = {
  byNationalAdministrator: [
    atProvider(region, 'nationalAdmin', 'regionAdmin', 'region-admin'),
    atProvider(region, 'nationalAdmin', 'careProviderAdmin', 'care-provider-admin'),
    atProvider(privateProvider, 'nationalAdmin', 'privateCareProviderAdmin', 'care-provider-admin'),
  ],
  byOthers,
  last: atProvider(nationalManagement, 'nationalAdmin', 'nationalAuditor', 'auditor'),
} as const;
