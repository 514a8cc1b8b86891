import { beforeAll, describe, expect, it } from 'vitest';
import { changeProvider } from '../../../functions/organisation/change-provider.ts';
import { getProvider } from '../../../functions/organisation/get-provider.ts';
import { registerProvider } from '../../../functions/organisation/register-provider.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  seedPeople,
  units,
} from '../../support/people.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let national: string;
let made = 0;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  national = await login('nationalAdmin');
});

const newId = (): string => {
  made += 1;
  return `TST5590000000-${made}`;
};

const region = (more: object = {}) => ({
  ...{
    providerId: newId(),
    name: 'Region Syd',
    kind: 'region',
    organisationNumber: '2321000016',
    county: '12',
  },
  ...more,
});

const register = (body: object, token = national) => outcomeOf(world, registerProvider, { body, token });

const read = async (providerId: string, token = national) =>
  world.call(getProvider, { params: { providerId }, token });

describe('ORG-1 registering a provider', () => {
  it('keeps what national management said, with a version', async () => {
    const body = region();
    const registered = await world.call(registerProvider, { body, token: national });
    expect(registered).toMatchObject({ status: 201, body: { providerId: body.providerId } });
    expect(registered.headers['etag']).toBe('"1"');
    const { body: shown, headers } = await read(body.providerId);
    expect(shown).toEqual({ ...body, connected: false, agreements: [] });
    expect(headers['etag']).toBe('"1"');
  });

  it.each(['municipality', 'private'])(
    'takes a %s, private without county and without connection',
    async (kind) => {
      const { county: lies, ...rest } = region({ kind });
      const [body, shown] =
        kind === 'private' ? [rest, {}] : [{ ...rest, county: lies }, { connected: false }];
      expect(await register(body)).toBe('201');
      expect((await read(body.providerId)).body).toEqual({ ...body, ...shown, agreements: [] });
    },
  );

  it.each([
    ['region', { county: undefined }, '/body/county'],
    ['region', { county: '26' }, '/body/county'],
    ['region', { organisationNumber: '2321000017' }, '/body/organisationNumber'],
    ['region', { organisationNumber: '232100-0016' }, '/body/organisationNumber'],
    ['region', { organisationNumber: '9005082392' }, '/body/organisationNumber'],
    ['region', { name: '  ' }, '/body/name'],
    ['region', { name: 'Tv\u0007å' }, '/body/name'],
    ['region', { name: 'x'.repeat(201) }, '/body/name'],
    ['region', { providerId: 'not an HSA-id' }, '/body/providerId'],
    ['region', { state: 'connected' }, '/body/state'],
    ['private', {}, '/body/county'],
    ['region', { connected: true }, '/body/connected'],
    ['municipality', { county: undefined }, '/body/county'],
    ['monarchy', {}, '/body/kind'],
  ])('refuses a %s with %j', async (kind, more, pointer) => {
    const { status, body } = await world.call(registerProvider, {
      body: region({ kind, ...more }),
      token: national,
    });
    expect(status).toBe(400);
    expect(body.errors?.map((fault) => fault.pointer)).toContain(pointer);
  });

  it('never takes an HSA-id twice, nor one that a unit has', async () => {
    expect(await register(region({ providerId: provider }))).toBe('409 already-exists');
    expect(await register(region({ providerId: units.care }))).toBe('409 already-exists');
  });

  it('takes an HSA-id once when two register at once', async () => {
    const body = region();
    const both = await Promise.all([register(body), register(body)]);
    expect(both.filter((outcome) => outcome === '201')).toHaveLength(1);
  });

  it('gives the first answer again to a repeat', async () => {
    const sent = { body: region(), token: national, headers: { 'Idempotency-Key': 'register-once' } };
    const first = await world.call(registerProvider, sent);
    expect(await world.call(registerProvider, sent)).toMatchObject({ status: 201, body: first.body });
  });

  it('is for national management alone', async () => {
    for (const token of [
      await login('careProviderAdmin'),
      await login('regionAdmin'),
      await login('auditor'),
    ])
      expect(await register(region(), token)).toBe('403 role-missing');
  });

  it('is filed with the new provider, by whom and in what role', async () => {
    const body = region();
    await register(body);
    expect((await world.activities()).at(-1)).toMatchObject({
      activity: 'provider-registered',
      provider: body.providerId,
      resource: { providerId: body.providerId },
      actor: { hsaId: hsaIdOf('nationalAdmin'), role: 'national-admin' },
    });
  });
});

const change = (providerId: string, body: object, etag = '"1"', more: Partial<Sent> = {}) => ({
  ...{ params: { providerId }, body, token: national, headers: { 'If-Match': etag } },
  ...more,
});

describe('ORG-1 changing a provider', () => {
  it('renames it', async () => {
    const { providerId } = await registered();
    const renamed = await world.call(changeProvider, change(providerId, { name: 'Nytt' }));
    expect(renamed.body).toMatchObject({ providerId, name: 'Nytt', kind: 'region', county: '12' });
    expect(renamed.headers['etag']).toBe('"2"');
    expect((await read(providerId)).body).toMatchObject({ name: 'Nytt' });
  });

  it('never changes kind, number or county', async () => {
    const body = { name: 'X', kind: 'private', organisationNumber: '5560000167', county: '01' };
    const refused = await world.call(changeProvider, change(provider, body));
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/body/kind',
      '/body/organisationNumber',
      '/body/county',
    ]);
  });

  it('demands the version that was read, also at the moment of writing', async () => {
    const { providerId } = await registered();
    expect(await outcomeOf(world, changeProvider, change(providerId, { name: 'X' }, '"9"'))).toBe(
      '412 version-mismatch',
    );
    const { headers: _, ...bare } = change(providerId, { name: 'X' });
    expect(await outcomeOf(world, changeProvider, bare)).toBe('428 precondition-required');
    const stored = await world.runtime.stores.organisation.provider(providerId);
    if (!stored) throw new Error('not registered');
    const meanwhile = beforeWriting(() => world.have(entities.provider, stored.value, 2));
    expect(await outcomeOf(world, changeProvider, change(providerId, { name: 'X' }), meanwhile)).toBe(
      '412 version-mismatch',
    );
  });

  it('is for national management alone', async () => {
    for (const token of [await login('careProviderAdmin'), await login('regionAdmin')])
      expect(await outcomeOf(world, changeProvider, change(provider, { name: 'X' }, '"1"', { token }))).toBe(
        '403 role-missing',
      );
  });

  it('is not possible where there is none', async () => {
    expect(await outcomeOf(world, changeProvider, change(newId(), { name: 'X' }))).toBe('404 not-found');
  });
});

const registered = async () => {
  const body = region();
  await register(body);
  return body;
};

describe('ORG-1 reading a provider', () => {
  it('shows its agreements with times as they are kept', async () => {
    const answer = await read(otherProvider);
    expect(rows(answer, 'agreements')).toEqual([
      {
        ...{ region: provider, reference: 'Avtal 1', validFrom: '2020-01-01T00:00:00.000Z' },
        serviceAgreement: 'Tjänsteavtal 1',
      },
    ]);
    expect(answer.body).not.toHaveProperty('connected');
  });

  it.each(['careProviderAdmin', 'regionAdmin', 'auditor', 'nationalAdmin'] as const)(
    'is for its %s',
    async (name) => {
      expect((await read(provider, await login(name))).status).toBe(200);
    },
  );

  it('shows nobody else that it exists', async () => {
    const tokens = [
      await loginElsewhere('careProviderAdmin'),
      await login('practitioner'),
      await login('roleless'),
    ];
    for (const token of tokens)
      expect(await read(provider, token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await read(newId())).status).toBe(404);
  });
});
