import { beforeAll, describe, expect, it } from 'vitest';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { compareMinor } from '../../../functions/catalogue/activations/compare-minor.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { listActivations } from '../../../functions/catalogue/activations/list-activations.ts';
import { getCatalogueEntry } from '../../../functions/catalogue/catalogue/get-catalogue-entry.ts';
import { listCatalogue } from '../../../functions/catalogue/catalogue/list-catalogue.ts';
import { getOffer } from '../../../functions/catalogue/publishing/get-offer.ts';
import { liftRecall } from '../../../functions/catalogue/publishing/lift-recall.ts';
import { listMomentEvents } from '../../../functions/catalogue/publishing/list-moment-events.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { recallVersion } from '../../../functions/catalogue/publishing/recall-version.ts';
import { sendBack } from '../../../functions/catalogue/publishing/send-back.ts';
import { setCatalogueState } from '../../../functions/catalogue/publishing/set-catalogue-state.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
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
import { activeMoment } from '../../support/story.ts';
import { staffToken } from '../../support/tokens.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let mighty: string;
let momentId: string;

const hsaId = 'TST5560000167-ALL9';
const ofProvider = { providerId: provider };
const ofUnit = { unitId: units.care };
const messageId = '019375a0-0000-7000-8000-000000000007';
const match = { headers: { 'If-Match': '"1"' } };

const asked: readonly (readonly [UseCase, Sent])[] = [
  [
    registerProvider,
    { body: { providerId: 'TST5590000000-1', name: 'X', kind: 'private', organisationNumber: '5560000167' } },
  ],
  [changeProvider, { params: ofProvider, body: { name: 'X' }, ...match }],
  [
    setServiceAgreement,
    {
      params: ofProvider,
      body: { reference: 'A', processorAgreement: 'P', validFrom: '2026-01-01T00:00:00Z' },
    },
  ],
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
  [renameUnit, { params: ofUnit, body: { name: 'X' }, ...match }],
  [listInformationMessages, { params: ofProvider }],
  [correctInformationMessage, { params: { ...ofProvider, messageId }, body: { text: 'X' }, ...match }],
  [withdrawInformationMessage, { params: { ...ofProvider, messageId }, ...match }],
  [setUnitInformation, { params: ofUnit, body: { text: 'X' }, ...match }],
  [setUnitContacts, { params: ofUnit, body: { telephone: 'tel:1177', video: null }, ...match }],
  [postInformationMessage, { params: ofProvider, body: { text: 'X' } }],
  [viewUnitStatistics, { params: ofUnit }],
  [viewProviderStatistics, { params: ofProvider }],
];

/** Of a moment that is active on the region’s unit; its id is known once it has been made. */
const askedOfCatalogue: readonly (readonly [UseCase, (momentId: string) => Sent])[] = [
  [publishVersion, (momentId) => ({ params: { momentId }, body: {}, ...match })],
  [sendBack, (momentId) => ({ params: { momentId }, body: { comments: [{ text: 'X' }] }, ...match })],
  [getOffer, (momentId) => ({ params: { momentId } })],
  [setOffer, (momentId) => ({ params: { momentId }, body: { offeredTo: 'everyone' }, ...match })],
  [setCatalogueState, (momentId) => ({ params: { momentId }, body: { state: 'unpublished' }, ...match })],
  [
    recallVersion,
    (momentId) => ({
      params: { momentId },
      body: { momentVersion: '1.0', reason: 'X', textForResidents: 'X' },
    }),
  ],
  [liftRecall, (momentId) => ({ params: { momentId, momentVersion: '1.0' }, body: { reason: 'X' } })],
  [listMomentEvents, (momentId) => ({ params: { momentId } })],
  [listCatalogue, () => ({ params: ofProvider })],
  [getCatalogueEntry, (momentId) => ({ params: { ...ofProvider, momentId } })],
  [activateMoment, (momentId) => ({ params: ofUnit, body: { momentId, momentVersion: '1.0' } })],
  [
    activateMinor,
    (momentId) => ({ params: { ...ofUnit, momentId, major: '1' }, body: { minor: 1 }, ...match }),
  ],
  [compareMinor, (momentId) => ({ params: { ...ofUnit, momentId, major: '1' } })],
  [inactivateMoment, (momentId) => ({ params: ofUnit, body: { momentId, major: 1 } })],
  [listActivations, () => ({ params: ofUnit })],
];

const onUnits = [
  ...(['authorization-admin', 'resident-admin', 'data-admin', 'practitioner'] as const),
  ...(['designer', 'publisher'] as const),
];

/** Holds every role there is on the private provider and on its unit. */
beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  for (const role of ['care-provider-admin', 'region-admin', 'auditor'] as const)
    await world.have(entities.roleAssignment, { staff: hsaId, role, provider: otherProvider, ...given });
  for (const role of onUnits)
    await world.have(entities.roleAssignment, {
      ...{ staff: hsaId, role, provider: otherProvider, unit: units.elsewhere, ...given },
    });
  mighty = await staffToken({ hsaId, provider: otherProvider });
  momentId = await activeMoment(world);
});

describe('ORG-1 nobody at one provider reaches another’s data', () => {
  it('is asked of every route of the contexts', () => {
    const all = (name: string) =>
      routes
        .filter(({ context, contract }) => context === name && contract.caller === 'staff')
        .map(({ contract }) => contract.operationId);
    const named = (list: readonly (readonly [UseCase, unknown])[]) =>
      list.map(([{ contract }]) => contract.operationId).toSorted();
    expect(named(asked)).toEqual(all('organisation').toSorted());
    expect(named(askedOfCatalogue)).toEqual(all('catalogue').toSorted());
  });

  const isDenied = async (useCase: UseCase, sent: Sent): Promise<void> => {
    const before = [await world.all('organisation'), await world.all('moments')];
    const { status, body } = await world.call(useCase, { ...sent, token: mighty });
    expect([403, 404]).toContain(status);
    expect(['role-missing', 'not-found']).toContain(body.code);
    expect(JSON.stringify(body)).not.toMatch(/Region|Enheten|Må bättre/);
    expect([await world.all('organisation'), await world.all('moments')]).toEqual(before);
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ outcome: 'denied', provider: otherProvider, problem: 'role-missing' },
      operationId: useCase.contract.operationId,
    });
  };

  it.each(asked)('by $contract.operationId, whatever roles they hold at home', isDenied);

  it.each(askedOfCatalogue)('nor by $contract.operationId', (useCase, sentFor) =>
    isDenied(useCase, sentFor(momentId)),
  );

  it.each(asked)('nor a resident by $contract.operationId', async (useCase, sent) => {
    const { body } = await world.call(useCase, { ...sent, token: await loginResident('approved') });
    expect(body.code).toBe('wrong-kind-of-caller');
  });

  it.each(askedOfCatalogue)('nor a resident by $contract.operationId', async (useCase, sentFor) => {
    const sent = { ...sentFor(momentId), token: await loginResident('approved') };
    expect((await world.call(useCase, sent)).body.code).toBe('wrong-kind-of-caller');
  });

  it('while at home they do', async () => {
    const token = await loginElsewhere('careProviderAdmin');
    const { status } = await world.call(getProvider, { params: { providerId: otherProvider }, token });
    expect(status).toBe(200);
  });
});
