import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { saveOutline } from '../../../functions/authoring/moments/save-outline.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { recordVerdict } from '../../../functions/authoring/tests/record-verdict.ts';
import { removeTests } from '../../../functions/authoring/tests/remove-tests.ts';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { Desk, fullDesk, says } from '../../support/editing.ts';
import { given, hsaIdOf, login, provider, seedPeople, units } from '../../support/people.ts';
import { approvedBy, startedTest } from '../../support/story.ts';
import { type Received, World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let testId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

beforeEach(async () => {
  desk = await fullDesk(world);
  testId = await startedTest(world, 'designer', desk.momentId);
});

const verdict = async (test: string, as: 'designer' | 'practitioner' = 'designer', etag?: string) => {
  const { headEtag } = await desk.draft();
  const writer = new Desk(world, desk.momentId, await login(as));
  return writer.try(recordVerdict, {
    body: { as, testId: test, approved: true, comment: 'Tydligt och bra 🌻' },
    etag: etag ?? headEtag,
  });
};
const refused = { status: 409, body: { code: 'test-missing' } };

/** Every way in which what was tested becomes something else. */
const saves: Record<string, () => Promise<Received>> = {
  'of the whole': async () =>
    desk.do(saveDraft, {
      body: { content: { ...moodProgramme, welcome: 'Hej!' } },
      etag: (await desk.draft()).headEtag,
    }),
  'of the outline': async () => {
    const { etag, ...outline } = (await desk.draft()).outline;
    return desk.do(saveOutline, { body: { ...outline, welcome: 'Hej!' }, etag });
  },
  'of a step': () => desk.step('start', 'start-why', says('annat')),
  'of a form': async () => {
    const { etag } = await desk.form('phq-9');
    const form = { ...phq9, title: 'PHQ-9, omskriven' };
    return desk.do(saveForm, { params: { formId: 'phq-9' }, body: { form }, etag });
  },
};

describe('PUB-1 AUT-6 a verdict is on what the one who gives it has tested', () => {
  it('is taken with a test of one’s own of just this content', async () => {
    expect(await verdict(testId)).toMatchObject({ status: 201, body: { approvedBy: ['designer'] } });
    expect((await desk.draft()).verdicts).toMatchObject({
      designer: { approved: true, by: 'TST5565594230-DES1', comment: 'Tydligt och bra 🌻' },
    });
  });

  it('is refused without a test', async () => {
    expect(await verdict(crypto.randomUUID())).toMatchObject(refused);
  });

  it('is refused with somebody else’s', async () => {
    expect(await verdict(testId, 'practitioner')).toMatchObject(refused);
  });

  it('is refused with a test of another moment', async () => {
    const other = await fullDesk(world);
    expect(await verdict(await startedTest(world, 'designer', other.momentId))).toMatchObject(refused);
  });

  it('is refused once the test has been removed, and stays where it was given before', async () => {
    await verdict(testId);
    await desk.do(removeTests, { body: {} });
    expect((await desk.draft()).verdicts).toHaveProperty('designer');
    expect(await verdict(testId)).toMatchObject(refused);
  });

  it.each(Object.entries(saves))('is refused after a save %s, until it is tested anew', async (_, save) => {
    await save();
    expect(await verdict(testId)).toMatchObject(refused);
    expect((await verdict(await startedTest(world, 'designer', desk.momentId))).status).toBe(201);
  });

  it('is refused after a save has been undone: what was tested came between', async () => {
    const { body } = await desk.step('start', 'start-why', says('annat'));
    const ofChange = await startedTest(world, 'designer', desk.momentId);
    await desk.do(undoSave, { body: { saveId: body['saveId'] } });
    expect(await verdict(ofChange)).toMatchObject(refused);
  });

  it('is refused where a save comes between the reading and the writing', async () => {
    const { headEtag: etag } = await desk.draft();
    const sent = desk.sent({ body: { as: 'designer', testId, approved: true }, etag });
    const received = await world.call(recordVerdict, sent, {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await desk.step('start', 'start-why', says('annat'));
      },
    });
    expect(received).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect((await desk.draft()).verdicts).toEqual({});
  });

  it('is not made stale by the other’s, before it or in the same instant (AUT-7)', async () => {
    const practitioners = await startedTest(world, 'practitioner', desk.momentId);
    const { headEtag } = await desk.draft();
    expect((await verdict(testId, 'designer', headEtag)).status).toBe(201);
    expect((await verdict(practitioners, 'practitioner', headEtag)).status).toBe(201);
    const both = await Promise.all([verdict(testId), verdict(practitioners, 'practitioner')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(Object.keys((await desk.draft()).verdicts).toSorted()).toEqual(['designer', 'practitioner']);
  });

  it('stands beside the other’s that was given between its reading and its writing', async () => {
    const practitioners = await startedTest(world, 'practitioner', desk.momentId);
    let others = 0;
    const received = await world.call(
      recordVerdict,
      desk.sent({ body: { as: 'designer', testId, approved: true } }),
      {
        before: async ({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || others > 0) return;
          others += 1;
          await verdict(practitioners, 'practitioner');
        },
      },
    );
    expect(received.status).toBe(201);
    expect(Object.keys((await desk.draft()).verdicts).toSorted()).toEqual(['designer', 'practitioner']);
  });
});

describe('PUB-2 one person', () => {
  const role = (name: 'designer' | 'practitioner') => ({
    ...{ staff: hsaIdOf('designer'), role: name, provider, unit: units.publisher, ...given },
  });

  const asDesigner = async (as: 'designer' | 'practitioner', approved = true) =>
    desk.try(recordVerdict, { body: { as, testId, approved }, etag: (await desk.draft()).headEtag });

  it('does not give both verdicts, whatever roles they hold and whatever they say', async () => {
    await world.have(entities.roleAssignment, role('practitioner'));
    const both = { status: 409, body: { code: 'verdicts-by-one-person' } };
    expect((await asDesigner('designer')).status).toBe(201);
    expect(await asDesigner('practitioner')).toMatchObject(both);
    expect(await asDesigner('practitioner', false)).toMatchObject(both);
    expect((await asDesigner('designer', false)).status).toBe(201);
    await desk.step('start', 'start-why', says('annat'));
    testId = await startedTest(world, 'designer', desk.momentId);
    expect((await asDesigner('practitioner')).status).toBe(201);
    expect(await asDesigner('designer')).toMatchObject(both);
    await world.lose(entities.roleAssignment, role('practitioner'));
  });

  it('has not tested a moment alone whose verdicts were given before that was refused', async () => {
    const moment = { params: { momentId: desk.momentId }, etag: (await desk.draft()).headEtag };
    await approvedBy(world, 'practitioner', await approvedBy(world, 'designer', moment));
    const head = await world.runtime.stores.moments.moment(desk.momentId);
    if (!head?.value.verdicts.designer) throw new Error('no verdict');
    const { designer } = head.value.verdicts;
    const verdicts = { designer, practitioner: { ...designer } };
    await world.have(entities.moment, { ...head.value, verdicts }, head.version);
    const exported = await desk.try(exportToPublisher, { etag: `"${head.version}"` });
    expect(exported).toMatchObject({ status: 409, body: { code: 'verdicts-by-one-person' } });
  });
});

describe('PUB-1 verdicts that were given', () => {
  it.each(Object.entries(saves))('are void after a save %s', async (_, save) => {
    const moment = { params: { momentId: desk.momentId }, etag: (await desk.draft()).headEtag };
    await approvedBy(world, 'practitioner', await approvedBy(world, 'designer', moment));
    expect(Object.keys((await desk.draft()).verdicts).toSorted()).toEqual(['designer', 'practitioner']);
    await save();
    const { verdicts, headEtag } = await desk.draft();
    expect(verdicts).toEqual({});
    const exported = await desk.try(exportToPublisher, { etag: headEtag });
    expect(exported.body.code).toBe('verdicts-missing');
  });

  it('of one role do not void the other’s test', async () => {
    const practitioners = await startedTest(world, 'practitioner', desk.momentId);
    expect((await verdict(testId)).status).toBe(201);
    expect(await verdict(practitioners, 'practitioner')).toMatchObject({
      body: { approvedBy: ['designer', 'practitioner'] },
    });
  });
});
