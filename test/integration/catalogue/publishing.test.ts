import { beforeAll, describe, expect, it } from 'vitest';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { given, hsaIdOf, login, provider, seedPeople, units } from '../../support/people.ts';
import {
  exportedMoment,
  exportedWith,
  publishedMoment,
  publishedWith,
  succeed,
  testedMoment,
} from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { entryOf, restructured, reworded } from './catalogue-world.ts';

let world: World;
let publisher: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  publisher = await login('publisher');
});

type Exported = Awaited<ReturnType<typeof exportedMoment>>;

const sentBy = (token: string, { params, etag }: Exported, body: object = { offeredTo: [provider] }) => ({
  ...{ params, body, token },
  headers: { 'If-Match': etag },
});
const publish = (moment: Exported, token = publisher, body?: object) =>
  world.call(publishVersion, sentBy(token, moment, body));
const outcome = (moment: Exported, token = publisher, body?: object) =>
  outcomeOf(world, publishVersion, sentBy(token, moment, body));

const itemsOf = async (momentId: string) =>
  (await world.all('moments')).filter(({ pk }) => pk === `MOMENT#${momentId}`);
const versionsOf = async (momentId: string) =>
  (await itemsOf(momentId))
    .filter(({ type }) => type === 'PublishedVersion')
    .map((item) => item['momentVersion']);

describe('PUB-2 publishing', () => {
  it('gives the first publication version 1.0, and the moment back to its designers', async () => {
    const moment = await exportedMoment(world);
    const { status, body } = await publish(moment);
    expect({ status, body }).toEqual({ status: 201, body: { momentVersion: '1.0', differences: [] } });
    const head = await world.runtime.stores.moments.moment(moment.params.momentId);
    expect(head?.value).toMatchObject({ state: 'draft', verdicts: {}, latest: '1.0' });
    expect(head?.value.exportedBy).toBeUndefined();
  });

  it('refuses a draft that was never exported', async () => {
    expect(await outcome(await testedMoment(world))).toBe('409 moment-not-exported');
  });

  it('refuses the one who exported, even with the publisher’s role', async () => {
    const moment = await testedMoment(world);
    const both = await login('both');
    const { headers } = await succeed(world, exportToPublisher, {
      params: moment.params,
      token: both,
      headers: { 'If-Match': moment.etag },
    });
    expect(await outcome({ ...moment, etag: headers['etag'] ?? '' }, both)).toBe('403 two-person-rule');
    expect(await versionsOf(moment.params.momentId)).toEqual([]);
  });

  it('refuses a training unit (ORG-5)', async () => {
    const role = 'practitioner' as const;
    const there = { staff: hsaIdOf(role), role, provider, unit: units.training, ...given };
    await world.have(entities.roleAssignment, there);
    const moment = await testedMoment(world, units.training);
    const { headers } = await succeed(world, exportToPublisher, {
      params: moment.params,
      token: await login('designer'),
      headers: { 'If-Match': moment.etag },
    });
    const trained = { ...moment, etag: headers['etag'] ?? '' };
    expect(await outcome(trained)).toBe('403 training-unit-cannot-publish');
    expect(await versionsOf(moment.params.momentId)).toEqual([]);
  });

  it('refuses whose role was withdrawn a moment ago (ORG-6)', async () => {
    const moment = await exportedMoment(world);
    const role = 'publisher' as const;
    const assignment = { staff: hsaIdOf(role), role, provider, unit: units.publisher, ...given };
    await world.lose(entities.roleAssignment, assignment);
    expect(await outcome(moment)).toBe('404 not-found');
    await world.have(entities.roleAssignment, assignment);
    expect(await outcome(moment)).toBe('201');
  });

  it('refuses who has not logged in with a SITHS card (ID-2)', async () => {
    const moment = await exportedMoment(world);
    expect(await outcome(moment, await login('publisher', { amr: ['sms'] }))).toBe('403 sms-otp-refused');
    expect(await outcome(moment, await login('publisher', { amr: ['pwd'] }))).toBe('403 siths-required');
    expect(await outcome(moment)).toBe('201');
  });

  it('is done by exactly one of many publishers at once', async () => {
    const moment = await exportedMoment(world);
    const tokens = await Promise.all([...Array(6).keys()].map((at) => login(at % 2 ? 'publisher' : 'both')));
    const outcomes = await Promise.all(tokens.map((token) => outcome(moment, token)));
    expect(outcomes.filter((one) => one === '201')).toHaveLength(1);
    for (const other of outcomes.filter((one) => one !== '201'))
      expect(['412 version-mismatch', '503 unavailable']).toContain(other);
    expect(await versionsOf(moment.params.momentId)).toEqual(['1.0']);
  });

  it('is refused where another publishes between its reading and its writing', async () => {
    const moment = await exportedMoment(world);
    const between = beforeWriting(async () => expect(await outcome(moment)).toBe('201'));
    const sent = sentBy(await login('both'), moment);
    expect(await outcomeOf(world, publishVersion, sent, between)).toBe('412 version-mismatch');
  });

  it('is done once when the request is repeated', async () => {
    const moment = await exportedMoment(world);
    const sent = sentBy(publisher, moment);
    const repeated = { ...sent, headers: { ...sent.headers, 'Idempotency-Key': 'publish-once' } };
    const first = await world.call(publishVersion, repeated);
    const second = await world.call(publishVersion, repeated);
    expect(second).toMatchObject({ status: first.status, body: first.body });
    expect(await versionsOf(moment.params.momentId)).toEqual(['1.0']);
  });
});

describe('AUT-8 minor or major', () => {
  it('is minor where only words differ, and says which', async () => {
    const momentId = await publishedMoment(world);
    const moment = await exportedWith(world, momentId, reworded);
    const { body } = await publish(moment, publisher, { expected: 'minor' });
    expect(body).toMatchObject({ momentVersion: '1.1' });
    expect(body['differences']).toMatchObject([
      { kind: 'wording', pointer: '/outline/title', detail: expect.any(String) },
      { kind: 'wording', pointer: '/outline/welcome', detail: expect.any(String) },
      { kind: 'wording', pointer: '/modules/start', code: 'module-title-changed' },
      { kind: 'wording', pointer: '/forms/phq-9/title', code: 'text-changed' },
    ]);
    const { items } = await world.runtime.stores.moments.publications(momentId, {
      ...{ limit: 1, cursor: undefined },
    });
    expect(toldIn('sv', items[0]?.value.differences ?? [])).toEqual(body['differences']);
    expect(await entryOf(world, momentId)).toMatchObject({ latest: '1.1', versions: ['1.1'] });
  });

  it('refuses structure as minor with all that makes it so, and publishes it as 2.0', async () => {
    const momentId = await publishedMoment(world);
    const moment = await exportedWith(world, momentId, { ...restructured, title: 'Nytt', kind: 'course' });
    const before = await world.all('moments');
    const { status, body } = await publish(moment, publisher, { expected: 'minor' });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'structural-change' });
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/outline/kind', '/outline/moduleIds']);
    expect(await world.all('moments')).toEqual(before);
    expect((await publish(moment, publisher, { expected: 'major' })).body).toMatchObject({
      momentVersion: '2.0',
    });
    expect(await entryOf(world, momentId)).toMatchObject({ latest: '2.0', versions: ['2.0', '1.0'] });
  });

  it('refuses words alone as major', async () => {
    const moment = await exportedWith(world, await publishedMoment(world), reworded);
    expect(await outcome(moment, publisher, { expected: 'major' })).toBe('409 no-structural-change');
    expect(await outcome(moment, publisher, {})).toBe('201');
  });

  it('refuses a first version as minor', async () => {
    const moment = await exportedMoment(world);
    expect(await outcome(moment, publisher, { expected: 'minor' })).toBe('409 structural-change');
  });

  it('refuses content that is published already', async () => {
    const moment = await exportedWith(world, await publishedMoment(world), moodProgramme);
    expect(await outcome(moment)).toBe('409 nothing-changed');
  });

  it('keeps the latest minor of each major in the catalogue', async () => {
    const momentId = await publishedMoment(world);
    for (const content of [reworded, restructured, { ...restructured, title: 'Tredje' }])
      await publishedWith(world, momentId, content);
    expect((await entryOf(world, momentId)).versions).toEqual(['2.1', '1.1']);
    expect(await versionsOf(momentId)).toEqual(['1.0', '1.1', '2.0', '2.1']);
  });
});
