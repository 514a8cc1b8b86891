import { beforeAll, describe, expect, it } from 'vitest';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { correctInformationMessage } from '../../../functions/organisation/information/correct-information-message.ts';
import { listInformationMessages } from '../../../functions/organisation/information/list-information-messages.ts';
import { postInformationMessage } from '../../../functions/organisation/information/post-information-message.ts';
import { withdrawInformationMessage } from '../../../functions/organisation/information/withdraw-information-message.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  seedPeople,
  units,
} from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { outcomeOf } from './outcome.ts';

let world: World;
let token: string;
const now = '2026-06-01T12:00:00.500Z';

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  world.now = () => new Date(now);
  token = await login('careProviderAdmin');
});

const post = async (body: object): Promise<string> => {
  const posted = await succeed(world, postInformationMessage, {
    params: { providerId: provider },
    body,
    token,
  });
  expect(posted.headers['etag']).toBe('"1"');
  return String(posted.body['messageId']);
};
const about = (messageId: string, body?: object, etag = '"1"', by = token) => ({
  params: { providerId: provider, messageId },
  ...(body === undefined ? {} : { body }),
  ...{ token: by, headers: { 'If-Match': etag } },
});
const shown = async () =>
  rows(await succeed(world, getUnit, { params: { unitId: units.care }, token }), 'messages');
const listed = async (query: Record<string, string> = {}) =>
  succeed(world, listInformationMessages, { params: { providerId: provider }, query, token });

describe('ORG-10 the messages a provider has posted', () => {
  it('are listed newest first, page by page, shown now or not, each with its ETag', async () => {
    const early = await post({ text: 'Ett' });
    const coming = await post({ text: 'Två', visibleFrom: '2027-01-01T00:00:00Z' });
    const first = await listed({ limit: '1' });
    const second = await listed({ limit: '1', cursor: String(first.body['next']) });
    expect([first, second].flatMap((page) => rows(page, 'messages'))).toEqual([
      {
        ...{ messageId: coming, text: 'Två', visibleFrom: '2027-01-01T00:00:00.000Z', state: 'posted' },
        ...{ postedBy: hsaIdOf('careProviderAdmin'), etag: '"1"' },
      },
      expect.objectContaining({ messageId: early, text: 'Ett', visibleFrom: now }),
    ]);
  });

  it('are corrected: text and end anew, the beginning kept where nothing is said', async () => {
    const messageId = await post({ text: 'Stängt', visibleTo: '2026-07-01T00:00:00Z' });
    const corrected = await world.call(correctInformationMessage, about(messageId, { text: 'Öppet' }));
    expect(corrected).toMatchObject({ status: 200, body: { messageId, text: 'Öppet', visibleFrom: now } });
    expect(corrected.headers['etag']).toBe('"2"');
    expect((await shown()).find((one) => one['messageId'] === messageId)).toEqual({
      ...{ messageId, text: 'Öppet', visibleFrom: now },
    });
    const later = { text: 'Senare', visibleFrom: '2027-01-01T00:00:00Z' };
    expect(await outcomeOf(world, correctInformationMessage, about(messageId, later, '"2"'))).toBe('200');
    expect((await shown()).map((one) => one['messageId'])).not.toContain(messageId);
  });

  it('are withdrawn: hidden on every unit, kept in the list, and not corrected any more', async () => {
    const messageId = await post({ text: 'Fel' });
    const withdrawn = await world.call(withdrawInformationMessage, about(messageId));
    expect(withdrawn).toMatchObject({ status: 201, body: { messageId, state: 'withdrawn' } });
    expect((await shown()).map((one) => one['messageId'])).not.toContain(messageId);
    expect(rows(await listed(), 'messages')).toContainEqual(
      expect.objectContaining({ messageId, text: 'Fel', state: 'withdrawn', etag: '"2"' }),
    );
    expect(await outcomeOf(world, correctInformationMessage, about(messageId, { text: 'X' }, '"2"'))).toBe(
      '409 illegal-state',
    );
    expect(await outcomeOf(world, withdrawInformationMessage, about(messageId, undefined, '"2"'))).toBe(
      '409 illegal-state',
    );
  });

  it.each([
    ['corrected', correctInformationMessage, { text: 'X' }],
    ['withdrawn', withdrawInformationMessage, undefined],
  ] as [string, UseCase, object | undefined][])('are %s by one of two at once', async (_, useCase, body) => {
    const messageId = await post({ text: 'Ett' });
    expect(await outcomeOf(world, useCase, about(messageId, body, '"7"'))).toBe('412 version-mismatch');
    const sent = about(messageId, body);
    const both = await Promise.all([outcomeOf(world, useCase, sent), outcomeOf(world, useCase, sent)]);
    expect(both.filter((one) => /^20/.test(one))).toHaveLength(1);
    const { headers: _unused, ...bare } = sent;
    expect(await outcomeOf(world, useCase, bare)).toBe('428 precondition-required');
  });

  it('end after they begin', async () => {
    const messageId = await post({ text: 'Ett' });
    const refused = await world.call(
      correctInformationMessage,
      about(messageId, { text: 'X', visibleTo: '2026-06-01T12:00:00.500Z' }),
    );
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/visibleTo' }] } });
  });

  it('are the provider’s own administrator’s alone', async () => {
    const messageId = await post({ text: 'Ett' });
    const elsewhere = await loginElsewhere('careProviderAdmin');
    for (const by of [await login('regionAdmin'), await login('authorizationAdmin'), elsewhere]) {
      const correcting = about(messageId, { text: 'X' }, '"1"', by);
      expect(await outcomeOf(world, correctInformationMessage, correcting)).toBe('403 role-missing');
      const withdrawing = about(messageId, undefined, '"1"', by);
      expect(await outcomeOf(world, withdrawInformationMessage, withdrawing)).toBe('403 role-missing');
      const listing = { params: { providerId: provider }, token: by };
      expect(await outcomeOf(world, listInformationMessages, listing)).toBe('404 not-found');
    }
    const theirs = { ...about(messageId, { text: 'X' }, '"1"', elsewhere) };
    const under = { ...theirs, params: { providerId: otherProvider, messageId } };
    expect(await outcomeOf(world, correctInformationMessage, under)).toBe('404 not-found');
  });

  it('are logged by their id, without their text', async () => {
    const messageId = await post({ text: 'Hemlig text' });
    await succeed(world, correctInformationMessage, about(messageId, { text: 'Annan hemlig text' }));
    await succeed(world, withdrawInformationMessage, about(messageId, undefined, '"2"'));
    const activities = await world.activities();
    expect(activities.slice(-2).map(({ activity, resource }) => [activity, resource])).toEqual([
      ['information-message-corrected', { messageId }],
      ['information-message-withdrawn', { messageId }],
    ]);
    expect(JSON.stringify(activities)).not.toContain('hemlig text');
  });
});
