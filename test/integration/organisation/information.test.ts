import { beforeAll, describe, expect, it } from 'vitest';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { postInformationMessage } from '../../../functions/organisation/information/post-information-message.ts';
import { setUnitInformation } from '../../../functions/organisation/set-unit-information.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  seedPeople,
  units,
} from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let admin: string;
let careProviderAdmin: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  admin = await login('authorizationAdmin');
  careProviderAdmin = await login('careProviderAdmin');
});

const anew = (more: Partial<Unit> = {}) => world.have(entities.unit, aUnit(units.care, more));

const inform = (text: unknown, more: Partial<Sent> = {}): Sent => ({
  ...{ params: { unitId: units.care }, body: { text }, token: admin, headers: { 'If-Match': '"1"' } },
  ...more,
});

const read = async (unitId = units.care, token = careProviderAdmin) =>
  world.call(getUnit, { params: { unitId }, token });

describe('ORG-4 the unit’s own text', () => {
  it('is kept as written, newlines and emoji too', async () => {
    await anew();
    const text = 'Hej! 👋🏽\n\nVi har öppet 8–17. 👨‍👩‍👧';
    const answer = await world.call(setUnitInformation, inform(text));
    expect(answer).toMatchObject({ status: 200, body: { unitId: units.care, information: text } });
    expect(answer.headers['etag']).toBe('"2"');
    expect((await read()).body['information']).toBe(text);
  });

  it.each([
    ['2 000 letters', 'å'.repeat(2000)],
    ['2 000 emoji, each two to JavaScript', '😴'.repeat(2000)],
    ['2 000 characters in all', `${'😴'.repeat(1000)}${'a'.repeat(1000)}`],
  ])('may be %s', async (_, text) => {
    await anew();
    expect(await outcomeOf(world, setUnitInformation, inform(text))).toBe('200');
    expect((await read()).body['information']).toBe(text);
  });

  it.each([
    ['a tab', 'a\tb', 'a\tb'],
    ['line ends of another system', 'a\r\nb\rc\u0085d', 'a\nb\nc\nd'],
    ['a left-to-right mark', 'a\u200eb', 'a\u200eb'],
    ['an isolate', 'a\u2066b\u2069', 'a\u2066b\u2069'],
    ['an accent apart from its letter', 'A\u030A', 'Å'],
  ])('is taken as it was pasted, and put in order: %s', async (_, text, kept) => {
    await anew();
    await succeed(world, setUnitInformation, inform(text));
    expect((await read()).body['information']).toBe(kept);
  });

  it.each([
    ['2 001 letters', 'å'.repeat(2001)],
    ['2 001 emoji', '😴'.repeat(2001)],
    ['a NUL', 'a\0b'],
    ['an escape', 'a\u001b[31mb'],
    ['a C1 control', 'a\u009bb'],
    ['a right-to-left override', 'a\u202eb'],
    ['half an emoji', 'a\ud83d'],
    ['a number', 7],
    ['nothing', undefined],
  ])('is refused with %s', async (_, text) => {
    await anew();
    const { status, body } = await world.call(setUnitInformation, inform(text));
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/body/text' }]);
    expect((await read()).body).not.toHaveProperty('information');
  });

  it('is taken away by an empty one', async () => {
    await anew({ information: 'Gammalt' });
    expect((await read()).body['information']).toBe('Gammalt');
    await succeed(world, setUnitInformation, inform(' \n '));
    expect((await read()).body).not.toHaveProperty('information');
  });

  it('has no conditional texts: nothing but the text is taken', async () => {
    const refused = await world.call(
      setUnitInformation,
      inform('', { body: { text: 'a', condition: 'adult' } }),
    );
    expect(refused.body.errors).toMatchObject([{ pointer: '/body/condition' }]);
  });

  it('changes nothing else of the unit', async () => {
    await anew({ state: 'inactive' });
    const before = await world.runtime.stores.organisation.unit(units.care);
    await succeed(world, setUnitInformation, inform('Nytt'));
    const after = await world.runtime.stores.organisation.unit(units.care);
    expect(after?.value).toEqual({ ...before?.value, information: 'Nytt' });
  });

  it('demands the version that was read, also at the moment of writing', async () => {
    await anew();
    const stale = inform('a', { headers: { 'If-Match': '"7"' } });
    expect(await outcomeOf(world, setUnitInformation, stale)).toBe('412 version-mismatch');
    expect(await outcomeOf(world, setUnitInformation, inform('a', { headers: {} }))).toBe(
      '428 precondition-required',
    );
    const closed = beforeWriting(() =>
      world.have(entities.unit, aUnit(units.care, { state: 'inactive' }), 2),
    );
    expect(await outcomeOf(world, setUnitInformation, inform('a'), closed)).toBe('412 version-mismatch');
    expect((await read()).body).toMatchObject({ state: 'inactive' });
  });

  it('is the unit’s administrators’ to write, under a commission there', async () => {
    const by = async (token: string, unitId = units.care) => {
      await anew();
      return outcomeOf(world, setUnitInformation, inform('a', { token, params: { unitId } }));
    };
    expect(await by(await login('residentAdmin'))).toBe('200');
    expect(await by(await login('authorizationAdmin', { commissionHsaId: null }))).toBe(
      '403 commission-missing',
    );
    for (const name of ['practitioner', 'dataAdmin', 'careProviderAdmin', 'auditor'] as const)
      expect(await by(await login(name))).toBe('403 role-missing');
    expect(await by(await loginElsewhere('residentAdmin'))).toBe('403 role-missing');
    expect(await by(admin, units.otherCare)).toBe('403 role-missing');
    expect(await by(admin, 'TST5590000000-404')).toBe('403 role-missing');
  });
});

const now = '2026-06-01T12:00:00.500Z';

const post = (body: object, more: Partial<Sent> = {}): Sent => ({
  ...{ params: { providerId: provider }, body, token: careProviderAdmin },
  ...more,
});

const texts = async (unitId = units.care, token = careProviderAdmin): Promise<unknown[]> => {
  world.now = () => new Date(now);
  return rows(await read(unitId, token), 'messages').map(({ text }) => text);
};

describe('ORG-10 a message to all units of a provider', () => {
  beforeAll(() => {
    world.now = () => new Date(now);
  });

  it('is shown on all of them, from now where nothing is said, and not on another provider’s', async () => {
    const { status, body } = await world.call(
      postInformationMessage,
      post({ text: ' Stängt 🎄\npå torsdag ' }),
    );
    expect(status).toBe(201);
    for (const unitId of [units.care, units.otherCare, units.publisher])
      expect(rows(await read(unitId), 'messages')).toEqual([
        { messageId: body['messageId'], text: 'Stängt 🎄\npå torsdag', visibleFrom: now },
      ]);
    expect(await texts(units.elsewhere, await loginElsewhere('careProviderAdmin'))).toEqual([]);
  });

  it.each([
    ['from this instant', { visibleFrom: now }, true],
    ['from earlier in this second', { visibleFrom: '2026-06-01T12:00:00Z' }, true],
    ['from the next millisecond', { visibleFrom: '2026-06-01T12:00:00.501Z' }, false],
    ['to the next millisecond', { visibleTo: '2026-06-01T12:00:00.501Z' }, true],
    ['to this instant', { visibleFrom: '2026-01-01T00:00:00Z', visibleTo: now }, false],
    [
      'to earlier in this second',
      { visibleFrom: '2026-01-01T00:00:00Z', visibleTo: '2026-06-01T12:00:00Z' },
      false,
    ],
  ])('is visible %s', async (text, times, visible) => {
    await succeed(world, postInformationMessage, post({ text, ...times }));
    expect((await texts()).includes(text)).toBe(visible);
  });

  it('comes latest first', async () => {
    await succeed(world, postInformationMessage, post({ text: 'Ett' }));
    await succeed(world, postInformationMessage, post({ text: 'Två' }));
    expect((await texts()).slice(0, 2)).toEqual(['Två', 'Ett']);
  });

  it('stands though thirty that are not yet shown were posted after it', async () => {
    await succeed(world, postInformationMessage, post({ text: 'Stående' }));
    for (let at = 0; at < 30; at += 1)
      await succeed(
        world,
        postInformationMessage,
        post({ text: `${at}`, visibleFrom: '2027-01-01T00:00:00Z' }),
      );
    expect(await texts()).toContain('Stående');
  });

  it.each([
    ['text', { text: '' }],
    ['text', { text: ' \n ' }],
    ['text', { text: '😴'.repeat(2001) }],
    ['text', { text: 'a\u202eb' }],
    ['visibleTo', { text: 'a', visibleTo: '2026-06-01T12:00:00.500Z' }],
    ['visibleTo', { text: 'a', visibleFrom: '2026-09-01T00:00:00Z', visibleTo: '2026-08-01T00:00:00Z' }],
    ['visibleFrom', { text: 'a', visibleFrom: 'soon' }],
    ['units', { text: 'a', units: [units.care] }],
  ])('is refused for its %s: %j', async (field, body) => {
    const refused = await world.call(postInformationMessage, post(body));
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer: `/body/${field}` }]);
  });

  it('is posted once by a repeat with the same key', async () => {
    const sent = post({ text: 'En gång' }, { headers: { 'Idempotency-Key': 'message-once' } });
    const first = await world.call(postInformationMessage, sent);
    expect(await world.call(postInformationMessage, sent)).toMatchObject({ status: 201, body: first.body });
    expect((await texts()).filter((text) => text === 'En gång')).toHaveLength(1);
  });

  it('is the provider’s own administrator’s to post', async () => {
    const by = (token: string, providerId = provider) =>
      outcomeOf(world, postInformationMessage, post({ text: 'a' }, { token, params: { providerId } }));
    for (const name of ['regionAdmin', 'auditor', 'authorizationAdmin', 'nationalAdmin'] as const)
      expect(await by(await login(name))).toBe('403 role-missing');
    expect(await by(await loginElsewhere('careProviderAdmin'))).toBe('403 role-missing');
    expect(await by(careProviderAdmin, otherProvider)).toBe('403 role-missing');
  });

  it('is logged by its id, without its text', async () => {
    const { body } = await succeed(world, postInformationMessage, post({ text: 'Inget för loggen' }));
    const activities = await world.activities();
    expect(activities.at(-1)).toMatchObject({
      ...{ activity: 'information-message-posted', provider, resource: { messageId: body['messageId'] } },
    });
    expect(JSON.stringify(activities)).not.toContain('Inget för loggen');
  });
});
