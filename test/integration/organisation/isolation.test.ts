import { beforeAll, describe, expect, it } from 'vitest';
import { changeProvider } from '../../../functions/organisation/change-provider.ts';
import { getProvider } from '../../../functions/organisation/get-provider.ts';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { handOutService } from '../../../functions/organisation/hand-out-service.ts';
import { listAgreements } from '../../../functions/organisation/list-agreements.ts';
import { listUnits } from '../../../functions/organisation/list-units.ts';
import { postInformationMessage } from '../../../functions/organisation/post-information-message.ts';
import { registerProvider } from '../../../functions/organisation/register-provider.ts';
import { setAgreement } from '../../../functions/organisation/set-agreement.ts';
import { setUnitInformation } from '../../../functions/organisation/set-unit-information.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { routes } from '../../../functions/routes.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  loginElsewhere,
  loginResident,
  otherProvider,
  provider,
  seedPeople,
  units,
} from '../../support/people.ts';
import { staffToken } from '../../support/tokens.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let mighty: string;

const hsaId = 'TST5560000167-ALL9';
const ofProvider = { providerId: provider };
const ofUnit = { unitId: units.care };
const match = { headers: { 'If-Match': '"1"' } };

const asked: readonly (readonly [UseCase, Sent])[] = [
  [
    registerProvider,
    { body: { providerId: 'TST5590000000-1', name: 'X', kind: 'private', organisationNumber: '5560000167' } },
  ],
  [changeProvider, { params: ofProvider, body: { name: 'X' }, ...match }],
  [getProvider, { params: ofProvider }],
  [
    setAgreement,
    {
      params: { ...ofProvider, privateProviderId: otherProvider },
      body: { reference: 'A', validFrom: '2026-01-01T00:00:00Z' },
    },
  ],
  [
    handOutService,
    {
      params: ofProvider,
      body: { unitId: 'TST5590000000-2', providerId: otherProvider, name: 'X', kind: 'care' },
    },
  ],
  [listAgreements, { params: ofProvider }],
  [listUnits, { params: ofProvider }],
  [getUnit, { params: ofUnit }],
  [setUnitState, { params: ofUnit, body: { state: 'inactive' }, ...match }],
  [setUnitInformation, { params: ofUnit, body: { text: 'X' }, ...match }],
  [postInformationMessage, { params: ofProvider, body: { text: 'X' } }],
  [viewUnitStatistics, { params: ofUnit }],
  [viewProviderStatistics, { params: ofProvider }],
];

/** Holds every role there is on the private provider and on its unit. */
beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  for (const role of ['care-provider-admin', 'region-admin', 'auditor'] as const)
    await world.have(entities.roleAssignment, { staff: hsaId, role, provider: otherProvider, ...given });
  for (const role of ['authorization-admin', 'resident-admin', 'data-admin', 'practitioner'] as const)
    await world.have(entities.roleAssignment, {
      ...{ staff: hsaId, role, provider: otherProvider, unit: units.elsewhere, ...given },
    });
  mighty = await staffToken({ hsaId, provider: otherProvider });
});

describe('ORG-1 nobody at one provider reaches another’s data', () => {
  it('is asked of every route of the context', () => {
    const all = routes.filter(({ context }) => context === 'organisation');
    expect(asked.map(([{ contract }]) => contract.operationId).toSorted()).toEqual(
      all.map(({ contract }) => contract.operationId).toSorted(),
    );
  });

  it.each(asked)('by $contract.operationId, whatever roles they hold at home', async (useCase, sent) => {
    const before = await world.all('organisation');
    const { status, body } = await world.call(useCase, { ...sent, token: mighty });
    expect([403, 404]).toContain(status);
    expect(['role-missing', 'not-found']).toContain(body.code);
    expect(JSON.stringify(body)).not.toMatch(/Region|Enheten/);
    expect(await world.all('organisation')).toEqual(before);
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ outcome: 'denied', provider: otherProvider, problem: 'role-missing' },
      operationId: useCase.contract.operationId,
    });
  });

  it.each(asked)('nor a resident by $contract.operationId', async (useCase, sent) => {
    const { body } = await world.call(useCase, { ...sent, token: await loginResident('approved') });
    expect(body.code).toBe('wrong-kind-of-caller');
  });

  it('while at home they do', async () => {
    const token = await loginElsewhere('careProviderAdmin');
    const { status } = await world.call(getProvider, { params: { providerId: otherProvider }, token });
    expect(status).toBe(200);
  });
});
