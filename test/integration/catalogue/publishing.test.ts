import { beforeAll, describe, expect, it } from 'vitest';
import { exportToPublisher } from '../../../functions/authoring/export-to-publisher.ts';
import { saveDraft } from '../../../functions/authoring/save-draft.ts';
import { activateMoment } from '../../../functions/catalogue/activate-moment.ts';
import { publishVersion } from '../../../functions/catalogue/publish-version.ts';
import { moodProgramme } from '../../../infra/local/demo/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginElsewhere, otherProvider, provider, seedPeople, units } from '../../support/people.ts';
import { exportedMoment, publishedMoment, succeed, testedMoment } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const publish = (moment: Awaited<ReturnType<typeof exportedMoment>>, token: string) =>
  world.call(publishVersion, {
    params: moment.params,
    body: { offeredTo: [provider] },
    token,
    headers: { 'If-Match': moment.etag },
  });

const activate = (unitId: string, momentId: string, token: string, momentVersion = '1.0') =>
  world.call(activateMoment, { params: { unitId }, body: { momentId, momentVersion }, token });

describe('PUB-2 publishing', () => {
  it('gives the first publication version 1.0', async () => {
    const { status, body } = await publish(await exportedMoment(world), await login('publisher'));
    expect({ status, body }).toEqual({ status: 201, body: { momentVersion: '1.0' } });
  });

  it('refuses a draft that was never exported', async () => {
    const { status, body } = await publish(await testedMoment(world), await login('publisher'));
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'moment-not-exported' });
  });

  it('refuses the one who exported, even with the publisher’s role', async () => {
    const moment = await testedMoment(world);
    const both = await login('both');
    const { headers } = await succeed(world, exportToPublisher, {
      params: moment.params,
      token: both,
      headers: { 'If-Match': moment.etag },
    });
    const { status, body } = await publish({ ...moment, etag: headers['etag'] ?? '' }, both);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'two-person-rule' });
  });

  it('refuses a training unit (ORG-5)', async () => {
    const { params, etag } = await exportedMoment(world);
    const moment = await world.runtime.stores.moments.moment(params.momentId);
    if (!moment) throw new Error('no moment');
    await world.have(
      entities.moment,
      { ...moment.value, unit: units.training, unitKind: 'training-publisher' },
      moment.version,
    );
    const { status, body } = await publish({ params, etag }, await login('publisher'));
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'training-unit-cannot-publish' });
  });
});

describe('PUB-7 a published version', () => {
  it('never changes when the draft does, and the next publication is another version', async () => {
    const momentId = await publishedMoment(world);
    const before = await world.runtime.stores.moments.content(momentId, '1.0');
    const head = await world.runtime.stores.moments.moment(momentId);
    await succeed(world, saveDraft, {
      params: { momentId },
      body: { content: { ...moodProgramme, title: 'Ändrad', modules: moodProgramme.modules.slice(0, 1) } },
      token: await login('designer'),
      headers: { 'If-Match': `"${head?.version}"` },
    });
    expect(await world.runtime.stores.moments.content(momentId, '1.0')).toEqual(before);
    expect(before?.modules.map(({ module }) => module.moduleId)).toEqual(['start', 'follow-up']);
  });
});

describe('PUB-5 activation', () => {
  it('makes a version available on a unit of the administrator’s own provider', async () => {
    const momentId = await publishedMoment(world);
    const { status } = await activate(units.care, momentId, await login('careProviderAdmin'));
    expect(status).toBe(201);
    expect((await world.runtime.stores.moments.activation(units.care, momentId, 1))?.value.state).toBe(
      'active',
    );
  });

  it('is refused on another provider’s unit (ORG-1)', async () => {
    const momentId = await publishedMoment(world, [provider, otherProvider]);
    const { status, body } = await activate(units.elsewhere, momentId, await login('careProviderAdmin'));
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'role-missing' });
  });

  it('is not found for a version that was never published', async () => {
    const momentId = await publishedMoment(world);
    const { status } = await activate(units.care, momentId, await login('careProviderAdmin'), '7.0');
    expect(status).toBe(404);
  });
});

describe('PUB-3 allowed providers', () => {
  it('refuses a provider the publisher did not name', async () => {
    const momentId = await publishedMoment(world, [provider]);
    const { status, body } = await activate(
      units.elsewhere,
      momentId,
      await loginElsewhere('careProviderAdmin'),
    );
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'moment-not-offered' });
  });
});
