import { beforeAll, describe, expect, it } from 'vitest';
import { changeProvider } from '../../../functions/organisation/change-provider.ts';
import { getProvider } from '../../../functions/organisation/get-provider.ts';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { handOutService } from '../../../functions/organisation/hand-out-service.ts';
import { correctInformationMessage } from '../../../functions/organisation/information/correct-information-message.ts';
import { listInformationMessages } from '../../../functions/organisation/information/list-information-messages.ts';
import { postInformationMessage } from '../../../functions/organisation/information/post-information-message.ts';
import { withdrawInformationMessage } from '../../../functions/organisation/information/withdraw-information-message.ts';
import { listAgreements } from '../../../functions/organisation/list-agreements.ts';
import { listUnits } from '../../../functions/organisation/list-units.ts';
import { registerProvider } from '../../../functions/organisation/register-provider.ts';
import { renameUnit } from '../../../functions/organisation/rename-unit.ts';
import { setAgreement } from '../../../functions/organisation/set-agreement.ts';
import { setServiceAgreement } from '../../../functions/organisation/set-service-agreement.ts';
import { setUnitContacts } from '../../../functions/organisation/set-unit-contacts.ts';
import { setUnitInformation } from '../../../functions/organisation/set-unit-information.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { routes } from '../../../functions/routes.ts';
import type { RoleAssignment } from '../../../shared/domain/organisation.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { given, login } from '../../support/people.ts';
import { sequentialRoundTrips } from '../../support/recorded-client.ts';
import { succeed } from '../../support/story.ts';
import { staffToken } from '../../support/tokens.ts';
import { type Received, rows, type Sent, World } from '../../support/world.ts';

let world: World;
let unit: Received;
let whole: Received;
let listed: Received;
const trips: Record<string, number> = {};

const region = 'TST2321000016-1';
const company = 'TST5560000167-1';
const unitId = 'TST5560000167-11';
const hsaId = 'TST5560000167-ADM';
const commission = `${hsaId}C1`;

const take = async (useCase: UseCase, sent: Sent): Promise<Received> => {
  const received = await succeed(world, useCase, sent);
  trips[useCase.contract.operationId] = sequentialRoundTrips(received.calls);
  return received;
};

const hold = (role: RoleAssignment['role'], provider: string, more: { unit?: string } = {}) =>
  world.have(entities.roleAssignment, { staff: hsaId, role, provider, ...more, ...given });

const setUpProviders = async (token: string) => {
  const common = { kind: 'region', organisationNumber: '2321000016', county: '12' };
  await take(registerProvider, { body: { ...common, providerId: region, name: 'Regionen' }, token });
  await take(registerProvider, {
    body: { providerId: company, name: 'Bolaget', kind: 'private', organisationNumber: '5560000167' },
    token,
  });
  await take(changeProvider, {
    ...{ params: { providerId: region }, body: { name: 'Region Syd' }, token },
    headers: { 'If-Match': '"1"' },
  });
  await take(setServiceAgreement, {
    params: { providerId: region },
    body: { reference: 'T 1', processorAgreement: 'P 1', validFrom: '2026-01-01T00:00:00Z' },
    token,
  });
};

const setUpUnit = async (token: string) => {
  const validFrom = '2026-01-01T00:00:00Z';
  await take(setAgreement, {
    ...{
      params: { providerId: region, privateProviderId: company },
      body: { reference: 'A 1', validFrom },
      token,
    },
  });
  await take(listAgreements, { params: { providerId: region }, token });
  await take(handOutService, {
    ...{
      params: { providerId: region },
      body: { unitId, providerId: company, name: 'Söder', kind: 'care' },
      token,
    },
  });
  await take(setUnitState, {
    ...{ params: { unitId }, body: { state: 'active' }, token, headers: { 'If-Match': '"1"' } },
  });
  await take(setUnitInformation, {
    ...{ params: { unitId }, body: { text: 'Öppet 8–17 ☀️' }, token, headers: { 'If-Match': '"2"' } },
  });
  await take(setUnitContacts, {
    ...{
      params: { unitId },
      body: { telephone: 'tel:1177', video: null },
      token,
      headers: { 'If-Match': '"3"' },
    },
  });
};

beforeAll(async () => {
  world = await World.create();
  await setUpProviders(await login('nationalAdmin'));
  await hold('region-admin', region);
  await hold('care-provider-admin', company);
  await hold('authorization-admin', company, { unit: unitId });
  world.registers.staff.set(hsaId, {
    ...{ hsaId, name: 'Ada', protected: false },
    commissions: [{ hsaId: commission, unit: unitId, provider: company, purpose: 'Vård och behandling' }],
  });
  const token = await staffToken({ hsaId, provider: company, commission });
  await setUpUnit(token);
  const params = { providerId: company };
  await take(postInformationMessage, { params, body: { text: 'God jul' }, token });
  const other = await take(postInformationMessage, { params, body: { text: 'Fel' }, token });
  const ofOther = { params: { ...params, messageId: String(other.body['messageId']) }, token };
  await take(correctInformationMessage, {
    ...{ ...ofOther, body: { text: 'Rätt' }, headers: { 'If-Match': '"1"' } },
  });
  await take(withdrawInformationMessage, { ...ofOther, headers: { 'If-Match': '"2"' } });
  await take(listInformationMessages, { params, token });
  await take(renameUnit, {
    ...{ params: { unitId }, body: { name: 'Söder' }, token, headers: { 'If-Match': '"4"' } },
  });
  unit = await take(getUnit, { params: { unitId }, token });
  whole = await take(getProvider, { params, token });
  listed = await take(listUnits, { params, token });
  await take(viewUnitStatistics, { params: { unitId }, token });
  await take(viewProviderStatistics, { params, token });
});

describe('ORG-1, 2, 3, 4, 10 an organisation made through the API alone', () => {
  it('is as it was made', () => {
    expect(unit.headers['etag']).toBe('"5"');
    expect(unit.body).toMatchObject({
      ...{ unitId, provider: company, region, county: '12', name: 'Söder', kind: 'care', state: 'active' },
      ...{ information: 'Öppet 8–17 ☀️', messages: [{ text: 'God jul' }] },
    });
    expect(whole.body).toEqual({
      ...{ providerId: company, name: 'Bolaget', kind: 'private', organisationNumber: '5560000167' },
      agreements: [
        { region, reference: 'A 1', serviceAgreement: 'T 1', validFrom: '2026-01-01T00:00:00.000Z' },
      ],
    });
    expect(rows(listed, 'units')).toEqual([{ unitId, name: 'Söder', kind: 'care', state: 'active' }]);
  });
});

const contracts = routes.filter(({ context }) => context === 'organisation').map(({ contract }) => contract);

describe('every use case of the organisation', () => {
  it.each(contracts)('$operationId takes at most two round trips in a row', ({ operationId }) => {
    expect(trips[operationId]).toBeLessThanOrEqual(2);
  });

  it.each(contracts)(
    '$operationId is granted nothing that it never uses (SEC-5)',
    ({ operationId, grants }) => {
      const unused = grants.flatMap(({ table, actions, indexes = [] }) => [
        ...actions
          .map((action) => `${operationId} ${table} ${action}`)
          .filter((use) => ![...world.used].some((one) => one.startsWith(use))),
        ...indexes
          .map((index) => `${operationId} ${table} Query ${index}`)
          .filter((use) => !world.used.has(use)),
      ]);
      expect(unused).toEqual([]);
    },
  );
});
