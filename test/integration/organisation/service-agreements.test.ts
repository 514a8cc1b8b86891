import { beforeAll, describe, expect, it } from 'vitest';
import { getProvider } from '../../../functions/organisation/get-provider.ts';
import { setServiceAgreement } from '../../../functions/organisation/set-service-agreement.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, otherProvider, provider, seedPeople, serviceAgreementOf } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let national: string;

const now = '2026-06-01T12:00:00.500Z';
const municipality = 'TST2120000142-4000';
const asked = {
  ...{ reference: 'Tjänsteavtal 7', processorAgreement: 'PUB-avtal 7' },
  validFrom: '2026-01-01T00:00:00Z',
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  world.now = () => new Date(now);
  national = await login('nationalAdmin');
  await world.have(entities.provider, {
    ...{ hsaId: municipality, name: 'Kommunen', kind: 'municipality', organisationNumber: '2120000142' },
    county: '12',
  });
});

const sent = (body: object, providerId: string, token = national) => ({
  params: { providerId },
  body,
  token,
});
const set = (body: object = asked, providerId = provider, token = national) =>
  outcomeOf(world, setServiceAgreement, sent(body, providerId, token));
const shown = async (providerId: string) =>
  (await succeed(world, getProvider, { params: { providerId }, token: national })).body;

describe('ORG-2 the service agreement of a region or a municipality', () => {
  it.each([provider, municipality])(
    'is made and replaced, and connects %s while it is in force',
    async (party) => {
      await world.lose(entities.serviceAgreement, serviceAgreementOf(party));
      expect(await shown(party)).toMatchObject({ connected: false });
      expect(await shown(party)).not.toHaveProperty('serviceAgreement');
      const made = await world.call(setServiceAgreement, sent(asked, party));
      const kept = { ...asked, validFrom: '2026-01-01T00:00:00.000Z' };
      expect(made).toMatchObject({ status: 200, body: { ...kept, providerId: party, connected: true } });
      const ended = await world.call(setServiceAgreement, sent({ ...asked, validTo: now }, party));
      expect(ended).toMatchObject({ status: 200, body: { connected: false } });
      expect(await set(asked, party)).toBe('200');
      expect(await shown(party)).toMatchObject({ connected: true, serviceAgreement: kept });
      expect(await set({ ...asked, validTo: now }, party)).toBe('200');
      expect(await shown(party)).toMatchObject({ connected: false, serviceAgreement: { validTo: now } });
      expect(await set({ ...asked, validFrom: '2026-06-01T12:00:00.501Z' }, party)).toBe('200');
      expect(await shown(party)).toMatchObject({ connected: false });
      expect(await shown(party)).not.toHaveProperty('serviceAgreement.validTo');
    },
  );

  it('is not for a private provider, which a region connects', async () => {
    expect(await set(asked, otherProvider)).toBe('422 connected-through-region');
    expect(await shown(otherProvider)).not.toHaveProperty('connected');
  });

  it.each([
    ['reference', { ...asked, reference: '' }],
    ['processorAgreement', { ...asked, processorAgreement: undefined }],
    ['processorAgreement', { ...asked, processorAgreement: ' ' }],
    ['validFrom', { ...asked, validFrom: '2026-01-01' }],
    ['validTo', { ...asked, validTo: '2026-01-01T00:00:00.000Z' }],
    ['connected', { ...asked, connected: true }],
  ])('is refused for its %s: %j', async (field, body) => {
    const refused = await world.call(setServiceAgreement, sent(body, provider));
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toContain(`/body/${field}`);
  });

  it('is written by one of two at once; the other hears of it', async () => {
    await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
    const meanwhile = beforeWriting(() =>
      world.have(entities.serviceAgreement, serviceAgreementOf(provider), 2),
    );
    expect(await outcomeOf(world, setServiceAgreement, sent(asked, provider), meanwhile)).toBe(
      '412 version-mismatch',
    );
  });

  it('is national management’s to enter, and logged with the provider', async () => {
    for (const name of ['regionAdmin', 'careProviderAdmin', 'auditor'] as const)
      expect(await set(asked, provider, await login(name))).toBe('403 role-missing');
    expect(await set(asked, 'TST5590000000-404')).toBe('404 not-found');
    await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
    expect(await set()).toBe('200');
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'service-agreement-set', provider, resource: { providerId: provider } },
      actor: { role: 'national-admin' },
    });
  });
});
