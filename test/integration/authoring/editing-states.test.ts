import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteDraft } from '../../../functions/authoring/moments/delete-draft.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { listMoments } from '../../../functions/authoring/moments/list-moments.ts';
import { createMediaUpload } from '../../../functions/media/create-media-upload.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { Desk, type Edit, emptyDesk, fullDesk } from '../../support/editing.ts';
import { login, seedPeople, units } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { approvedBy, publishedMoment, startedTest, testedMoment } from '../../support/story.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { rows, World } from '../../support/world.ts';
import { editAt, edits, readings } from '../access/editing-preparations.ts';

let world: World;
let useCases: ReadonlyMap<string, UseCase>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
});

const named = (operationId: string): UseCase => found(useCases.get(operationId));
const headEtagOf = async (desk: Desk) => (await desk.draft()).headEtag;
const bothApprove = async (desk: Desk) => {
  const moment = { params: { momentId: desk.momentId }, etag: await headEtagOf(desk) };
  return approvedBy(world, 'practitioner', await approvedBy(world, 'designer', moment));
};

describe('PUB-1 AUT-7 every save', () => {
  it.each(edits)('by %s takes back both verdicts', async (name) => {
    const desk = await fullDesk(world);
    const prepared = await editAt(desk, name);
    await bothApprove(desk);
    expect(Object.keys((await desk.draft()).verdicts)).toHaveLength(2);
    await desk.do(named(name), prepared);
    expect((await desk.draft()).verdicts).toEqual({});
  });
});

describe('PUB-1 a moment that lies with the publisher', () => {
  it('takes no edit of any kind, and is read as before', async () => {
    const desk = await fullDesk(world);
    const prepared: [string, Edit][] = [];
    for (const name of edits) prepared.push([name, await editAt(desk, name)]);
    const { etag } = await bothApprove(desk);
    await desk.do(exportToPublisher, { etag });
    const head = await headEtagOf(desk);
    const before = await desk.kept();
    for (const [name, edit] of [
      ...prepared,
      ['deleteDraft', { etag: head }] as const,
      ['saveDraft', { body: { content: moodProgramme }, etag: head }] as const,
    ])
      expect([name, await desk.try(named(name), edit)]).toMatchObject([
        name,
        { status: 409, body: { code: 'moment-exported' } },
      ]);
    expect(await desk.kept()).toEqual(before);
    for (const name of readings) await desk.do(named(name), await editAt(desk, name));
  });

  it('takes no edit either that was on its way when it was exported', async () => {
    const desk = await fullDesk(world);
    const { etag } = await bothApprove(desk);
    const edit = await editAt(desk, 'saveStep');
    const { body } = await world.call(named('saveStep'), desk.sent(edit), {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await desk.do(exportToPublisher, { etag });
      },
    });
    expect(body.code).toBe('moment-exported');
    expect(JSON.stringify(await desk.module('start'))).not.toContain(Object(edit.body).title);
  });

  it('is not exported with what somebody saves meanwhile', async () => {
    const desk = await fullDesk(world);
    const { etag } = await bothApprove(desk);
    const edit = await editAt(desk, 'saveStep');
    const { body } = await world.call(exportToPublisher, desk.sent({ etag }), {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await desk.do(named('saveStep'), edit);
      },
    });
    expect(body.code).toBe('version-mismatch');
    expect((await desk.draft()).state).toBe('draft');
  });
});

describe('AUT-6 AUT-7 deleting a draft', () => {
  it('takes it away with its test data, for good and for everybody', async () => {
    const desk = await fullDesk(world);
    await startedTest(world, 'designer', desk.momentId);
    const prepared = await editAt(desk, 'saveStep');
    await desk.do(deleteDraft, { etag: await headEtagOf(desk) });
    const all: [string, Edit][] = [['saveStep', prepared]];
    for (const name of readings) all.push([name, await editAt(desk, name)]);
    for (const [name, edit] of all) expect((await desk.try(named(name), edit)).status).toBe(404);
    expect((await desk.try(deleteDraft, { etag: '"1"' })).status).toBe(404);
    const upload = { fileName: 'a.png', contentType: 'image/png', bytes: 10, sha256: `${'A'.repeat(43)}=` };
    expect((await desk.try(createMediaUpload, { body: upload })).status).toBe(404);
    const types = (await desk.kept()).map(({ type }) => type);
    expect(types.filter((type) => String(type).startsWith('Test'))).toEqual([]);
    const received = await world.call(listMoments, {
      ...{ params: { unitId: units.publisher }, query: { limit: '100' }, token: await login('designer') },
    });
    expect(rows(received, 'moments').map(({ momentId }) => momentId)).not.toContain(desk.momentId);
  });

  it('is refused while more test data is left than goes at once', async () => {
    const desk = await emptyDesk(world);
    const { momentId } = desk;
    const at = '2026-11-23T10:00:00.000Z';
    for (let test = 0; test < 99; test += 1)
      await world.have(entities.testRun, {
        ...{ momentId, testId: `test-${test}`, by: 'S', startedAt: at, revision: 0 },
      });
    const refused = await desk.try(deleteDraft, { etag: await headEtagOf(desk) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'tests-left' } });
    await world.lose(entities.testRun, {
      ...{ momentId, testId: 'test-98', by: 'S', startedAt: at, revision: 0 },
    });
    expect((await desk.try(deleteDraft, { etag: await headEtagOf(desk) })).status).toBe(200);
    expect((await desk.kept()).filter(({ type }) => type === 'TestRun')).toEqual([]);
  });

  it('is never done to what has been published', async () => {
    const desk = new Desk(world, await publishedMoment(world), await login('designer'));
    const refused = await desk.try(deleteDraft, { etag: await headEtagOf(desk) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'moment-published' } });
  });

  it('is refused where somebody has saved since it was opened', async () => {
    const desk = await fullDesk(world);
    const etag = await headEtagOf(desk);
    await desk.do(named('saveStep'), await editAt(desk, 'saveStep'));
    expect((await desk.try(deleteDraft, { etag })).body.code).toBe('version-mismatch');
    const { params } = await testedMoment(world);
    const other = new Desk(world, params.momentId, await login('designer'));
    const { body } = await world.call(deleteDraft, other.sent({ etag: await headEtagOf(other) }), {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand')
          await other.do(named('saveStep'), await editAt(other, 'saveStep'));
      },
    });
    expect(body.code).toBe('version-mismatch');
  });
});

describe('AUT-7 input of any kind', () => {
  const anything = fc.oneof(
    { maxDepth: 3 },
    fc.anything({ withNullPrototype: false, withUnicodeString: true, maxDepth: 3 }),
    fc.string({ unit: 'binary' }),
  );

  /** The body with something else in the place of one of its fields, or with a field more. */
  const spoilt = (body: unknown) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(Object(body)), 'extra'), anything)
      .map(([field, value]) => ({ ...Object(body), [field]: value }));

  it('is answered with what is wrong with it, never with an error of ours', async () => {
    const desk = await fullDesk(world);
    const writing = edits.filter((name) => name !== 'undoSave' && name !== 'deleteForm');
    for (const name of writing) {
      const prepared = await editAt(desk, name);
      if (prepared.body === undefined) continue;
      await fc.assert(
        fc.asyncProperty(spoilt(prepared.body), async (body) => {
          const { status } = await desk.try(named(name), { ...prepared, body });
          expect(status, JSON.stringify(body)).toBeLessThan(500);
        }),
        { numRuns: runs(20) },
      );
    }
  });

  it.each(['"x"', '3', '*', '"1", "2"', ''])('is refused with the ETag %s', async (etag) => {
    const desk = await fullDesk(world);
    const edit = await editAt(desk, 'saveStep');
    expect((await desk.try(named('saveStep'), { ...edit, etag })).status).toBe(400);
  });
});
