import { privateProvider, region, staff, units } from '../../data/demo-data.ts';
import type { Step, Take } from '../client.ts';
import { givenRoles } from '../facts/given-roles.ts';
import { placeNames } from '../facts/place-names.ts';
import { agreementInForce } from '../facts/private-agreement.ts';

type Asking = Pick<Step, 'says' | 'as' | 'body'>;

/** What can be asked for again on the same system: it is there, or it is made. */
const make = (request: Step['request'], asking: Asking): Step => ({
  ...asking,
  request,
  expect: 201,
  orDone: 'already-exists',
});

const providers: readonly Step[] = [
  make('POST /providers', {
    says: 'the national administrator registers the region',
    as: 'nationalAdmin',
    body: {
      providerId: region,
      name: placeNames[region],
      kind: 'region',
      organisationNumber: '5565594230',
      county: '12',
    },
  }),
  make('POST /providers', {
    says: 'and a private care provider',
    as: 'nationalAdmin',
    body: {
      providerId: privateProvider,
      name: placeNames[privateProvider],
      kind: 'private',
      organisationNumber: '5560000167',
    },
  }),
];

/** Whatever it was before: it replaces itself. */
const connected: Step = {
  says: 'the national administrator enters the region’s service agreement, which connects it',
  as: 'nationalAdmin',
  request: `PUT /providers/${region}/service-agreement`,
  body: {
    reference: 'Tjänsteavtal 2026-3',
    processorAgreement: 'PUB-avtal 2026-3',
    validFrom: '2026-01-01T00:00:00.000Z',
  },
  expect: 200,
};

const service = (unitId: string, kind: string, providerId: string = region): Step =>
  make(`POST /providers/${region}/services`, {
    says: `the region administrator hands out the service to ${placeNames[unitId]}`,
    as: 'regionAdmin',
    body: { unitId, providerId, name: placeNames[unitId], kind },
  });

const services: readonly Step[] = [
  service(units.care, 'care'),
  service(units.otherCare, 'care'),
  service(units.publisher, 'publisher'),
  service(units.training, 'training-publisher'),
  service(units.privateCare, 'care', privateProvider),
];

const activations = [
  [units.care, 'careProviderAdmin'],
  [units.otherCare, 'careProviderAdmin'],
  [units.publisher, 'careProviderAdmin'],
  [units.training, 'careProviderAdmin'],
  [units.privateCare, 'privateCareProviderAdmin'],
] as const;

const activate = async (take: Take, [unitId, as]: (typeof activations)[number]): Promise<void> => {
  const found = await take({
    says: `the ${as} looks at ${placeNames[unitId]}`,
    as,
    request: `GET /units/${unitId}`,
    expect: 200,
  });
  if (found.body['state'] === 'active') return;
  await take({
    says: 'and activates it',
    as,
    request: `PUT /units/${unitId}/state`,
    headers: { 'if-match': found.etag },
    body: { state: 'active' },
    expect: 200,
  });
};

/** From nothing to an organisation at work; what is there already is left as it is. */
export const setUpOrganisation = async (take: Take): Promise<void> => {
  for (const step of providers) await take(step);
  await take(connected);
  for (const step of givenRoles.byNationalAdministrator) await take(step);
  await take(agreementInForce);
  for (const step of services) await take(step);
  for (const activation of activations) await activate(take, activation);
  for (const step of givenRoles.byOthers) await take(step);
  await take(givenRoles.last);
};

/** The last thing `setUpOrganisation` does is done: one question, and nobody is refused by it. */
export const isSetUp = async (take: Take): Promise<boolean> => {
  const { body } = await take({
    says: 'the national administrator looks whether the organisation is there',
    as: 'nationalAdmin',
    request: `GET ${givenRoles.last.request.replace('POST ', '')}` as Step['request'],
    expect: 200,
  });
  return JSON.stringify(body).includes(staff.nationalAuditor);
};
