import { describe, expect, it } from 'vitest';
import { listAgreements } from '../../../functions/organisation/list-agreements.ts';
import { setAgreement } from '../../../functions/organisation/set-agreement.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, otherProvider, provider } from '../../support/people.ts';
import { rows } from '../../support/world.ts';
import {
  after,
  agreement,
  agreementDesk,
  asked,
  before,
  municipality,
  now,
  otherRegion,
  service,
} from './agreement-desk.ts';
import { beforeWriting } from './outcome.ts';

const { world, regionAdmin, privateAdmin, disconnect, ending, set, kept } = await agreementDesk();

describe('ORG-2 a region’s agreement with a private provider', () => {
  it('is made, and kept in the one spelling of instants that text can be compared in', async () => {
    await world.lose(entities.agreement, agreement);
    const { status, body } = await world.call(setAgreement, {
      params: { providerId: provider, privateProviderId: otherProvider },
      body: { ...asked, validTo: '2027-01-01T00:00:00.5Z' },
      token: regionAdmin,
    });
    const expected = {
      ...{ provider: otherProvider, region: provider, reference: 'Avtal 7' },
      serviceAgreement: service.reference,
      ...{ validFrom: '2026-01-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.500Z' },
    };
    expect(status).toBe(200);
    expect(body).toEqual(expected);
    expect(await kept()).toEqual({ value: expected, version: 1 });
  });

  it('replaces the one before, its end with it', async () => {
    await world.have(entities.agreement, { ...agreement, validTo: before }, 4);
    expect(await set()).toBe('200');
    expect(await kept()).toEqual({
      value: { ...agreement, reference: 'Avtal 7', validFrom: '2026-01-01T00:00:00.000Z' },
      version: 5,
    });
  });

  it.each([
    ['validTo', { ...asked, validTo: '2025-01-01T00:00:00Z' }],
    ['validTo', { ...asked, validTo: '2026-01-01T00:00:00.000Z' }],
    ['validTo', { ...asked, validTo: 'tomorrow' }],
    ['validFrom', { ...asked, validFrom: '2026-02-30T00:00:00Z' }],
    ['validFrom', { ...asked, validFrom: '2026-01-01' }],
    ['validFrom', { reference: 'Avtal 7' }],
    ['reference', { ...asked, reference: '' }],
    ['reference', { ...asked, reference: 'x'.repeat(101) }],
    ['region', { ...asked, region: otherRegion }],
  ])('is refused for its %s: %j', async (field, body) => {
    const refused = await world.call(setAgreement, {
      params: { providerId: provider, privateProviderId: otherProvider },
      body,
      token: regionAdmin,
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toContain(`/body/${field}`);
  });

  it('is for private providers only, and registered ones', async () => {
    expect(await set(asked, municipality)).toBe('422 agreement-not-needed');
    expect(await set(asked, otherRegion)).toBe('422 agreement-not-needed');
    expect(await set(asked, provider)).toBe('422 agreement-not-needed');
    expect(await set(asked, 'TST5590000000-404')).toBe('404 not-found');
  });

  it('is made by a connected region only', async () => {
    await disconnect();
    expect(await set()).toBe('409 provider-not-connected');
  });

  it('is not made when the region is disconnected between the reading and the writing', async () => {
    const meanwhile = beforeWriting(() => disconnect());
    expect(await set(asked, otherProvider, {}, meanwhile)).toBe('412 version-mismatch');
    expect((await kept())?.value).toEqual(agreement);
  });

  it.each([
    ['ending before the region’s', { validTo: '2026-12-30T23:59:59Z' }, '200'],
    ['ending with the region’s', { validTo: '2026-12-31T00:00:00Z' }, '200'],
    [
      'ending a millisecond after the region’s',
      { validTo: '2026-12-31T00:00:00.001Z' },
      '422 agreement-outlives-region',
    ],
    ['without an end, where the region’s has one', {}, '422 agreement-outlives-region'],
  ])('is bounded by the region’s own: %s', async (_, times, expected) => {
    await ending('2026-12-31T00:00:00.000Z');
    expect(await set({ ...asked, ...times })).toBe(expected);
  });

  it('says where its end is too late', async () => {
    await ending('2026-12-31T00:00:00.000Z');
    const { body } = await world.call(setAgreement, {
      params: { providerId: provider, privateProviderId: otherProvider },
      body: asked,
      token: regionAdmin,
    });
    expect(body.errors).toMatchObject([{ pointer: '/body/validTo' }]);
  });

  it('is not made under a service agreement that was shortened between the reading and the writing', async () => {
    const meanwhile = beforeWriting(() => ending('2026-06-02T00:00:00.000Z', 2));
    expect(await set(asked, otherProvider, {}, meanwhile)).toBe('412 version-mismatch');
    expect((await kept())?.value).toEqual(agreement);
  });

  it('is not made under a service agreement that has ended, or has not begun', async () => {
    await ending(now);
    expect(await set()).toBe('409 provider-not-connected');
    await world.have(entities.serviceAgreement, { ...service, validFrom: after });
    expect(await set()).toBe('409 provider-not-connected');
    await ending(after);
    expect(await set({ ...asked, validTo: after })).toBe('200');
  });

  it('is written by one of two at once; the other hears of it', async () => {
    const meanwhile = beforeWriting(() => world.have(entities.agreement, agreement, 2));
    expect(await set(asked, otherProvider, {}, meanwhile)).toBe('412 version-mismatch');
    await world.lose(entities.agreement, agreement);
    const made = beforeWriting(() => world.have(entities.agreement, agreement, 1));
    expect(await set(asked, otherProvider, {}, made)).toBe('412 version-mismatch');
  });

  it('is for that region’s administrator alone, who alone learns who is registered', async () => {
    expect(await set(asked, otherProvider, { region: otherRegion })).toBe('403 role-missing');
    expect(await set(asked, 'TST5590000000-404', { region: otherRegion })).toBe('403 role-missing');
    expect(await set(asked, otherProvider, { token: privateAdmin })).toBe('403 role-missing');
    expect(await set(asked, otherProvider, { token: await login('careProviderAdmin') })).toBe(
      '403 role-missing',
    );
  });
});

describe('ORG-2 the agreements of a region', () => {
  const otherParty = 'TST5560000167-2100';
  const listed = async (token: string, query: Record<string, string> = {}) =>
    world.call(listAgreements, { params: { providerId: provider }, query, token });

  it('are listed for its administrator, page by page, each once', async () => {
    await world.have(entities.agreement, { ...agreement, provider: otherParty, validTo: now });
    const first = await listed(regionAdmin, { limit: '1' });
    const cursor = String(first.body['next']);
    const second = await listed(regionAdmin, { limit: '1', cursor });
    const parties = [first, second].flatMap((page) => rows(page, 'agreements').map((row) => row['provider']));
    expect(parties.toSorted()).toEqual([otherProvider, otherParty].toSorted());
    await world.lose(entities.agreement, { ...agreement, provider: otherParty });
  });

  it('are nobody else’s to know of (ORG-1)', async () => {
    expect((await listed(privateAdmin)).body.code).toBe('not-found');
  });
});
