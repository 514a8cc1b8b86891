import { beforeAll, describe, expect, it } from 'vitest';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { moodAnswers, phq9 } from '../../../infra/local/demo/facts/content.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  serviceAgreementOf,
  units,
} from '../../support/people.ts';
import { approvedResident, moodGiven, publishedMoment, runningInstance } from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let instanceId: string;
let momentId: string;
let waiting: string;
let handedOut: number;

const service = serviceAgreementOf(provider);
const lapse = () =>
  world.have(entities.serviceAgreement, { ...service, validTo: '2021-01-01T00:00:00.000Z' });
const renew = () => world.have(entities.serviceAgreement, service);

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ instanceId, momentId } = await runningInstance(world));
  await approvedResident(world, residents.proxy);
  waiting = await publishedMoment(world);
  handedOut = 0;
});

const onUnit = { unitId: units.care };
const practitioner = hsaIdOf('practitioner');

/** What begins something on a region’s own unit, as it would go through; approvals and readings have their own tests. */
const beginnings: readonly (readonly [UseCase, () => Promise<Sent>])[] = [
  [
    startInstance,
    async () => ({
      params: onUnit,
      body: { personnummer: residents.proxy, momentId, major: 1, practitioner },
      token: await login('practitioner'),
    }),
  ],
  [
    activateMoment,
    async () => ({
      params: onUnit,
      body: { momentId: waiting, momentVersion: '1.0' },
      token: await login('careProviderAdmin'),
    }),
  ],
  [
    createMoment,
    async () => ({
      params: { unitId: units.publisher },
      body: { title: 'Nytt', kind: 'treatment' },
      token: await login('designer'),
    }),
  ],
  [
    setUnitState,
    async () => {
      handedOut += 1;
      const unit = aUnit(`TST5565594230-3${handedOut}`, { state: 'handed-out' });
      await world.have(entities.unit, unit);
      return {
        ...{ params: { unitId: unit.hsaId }, body: { state: 'active' } },
        ...{ token: await login('careProviderAdmin'), headers: { 'If-Match': '"1"' } },
      };
    },
  ],
];

describe('ORG-2 when the service agreement of a region has ended, nothing new begins on its units', () => {
  it.each(beginnings)('by $contract.operationId, at the moment of writing', async (useCase, sent) => {
    expect(await outcomeOf(world, useCase, await sent(), beforeWriting(lapse))).toBe(
      '409 provider-not-connected',
    );
    await renew();
    expect(await outcomeOf(world, useCase, await sent())).toMatch(/^20[01]$/);
  });
});

const goingOn: readonly (readonly [UseCase, () => Promise<Sent>])[] = [
  [openInstance, async () => ({ params: { instanceId }, token: await login('practitioner') })],
  [
    sendMessage,
    async () => ({ params: { instanceId }, body: { text: 'Hej' }, token: await login('practitioner') }),
  ],
  [openMyInstance, async () => ({ params: { instanceId }, token: await loginResident('approved') })],
  [
    openMyForm,
    async () => ({
      params: { instanceId, formId: phq9.formId },
      query: { momentId, momentVersion: '1.0' },
      token: await loginResident('approved'),
    }),
  ],
  [
    submitForm,
    async () => ({
      ...{ params: { instanceId, formId: phq9.formId }, body: moodGiven(momentId, moodAnswers) },
      ...{ token: await loginResident('approved'), headers: { 'If-Match': '"0"' } },
    }),
  ],
  [
    inactivateMoment,
    async () => ({
      params: onUnit,
      body: { momentId, major: 1 },
      token: await login('careProviderAdmin'),
    }),
  ],
  [
    withdrawApproval,
    async () => ({
      params: onUnit,
      body: { personnummer: residents.proxy, running: { becomes: 'closed' } },
      token: await login('residentAdmin'),
    }),
  ],
];

describe('ORG-2 what runs goes on when the agreements have ended', () => {
  it.each(goingOn)('by $contract.operationId', async (useCase, sent) => {
    await lapse();
    expect(await outcomeOf(world, useCase, await sent())).toMatch(/^20[01]$/);
  });
});
