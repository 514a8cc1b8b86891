import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { saveStep } from '../../../functions/authoring/modules/save-step.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { keep } from '../../../shared/persistence/engine/change.ts';
import { commit } from '../../../shared/persistence/engine/commit.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { type Desk, fullDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { type Received, World } from '../../support/world.ts';
import { anActivity } from '../../unit/audit/activity-examples.ts';
import { aRef } from '../../unit/domain/content/module-examples.ts';
import { aMedia } from '../../unit/domain/media/media-examples.ts';
import { refusalLater } from '../../unit/refusal.ts';

let world: World;
let desk: Desk;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});
beforeEach(async () => {
  desk = await fullDesk(world);
});

const bytesOf = (item: object) => Buffer.byteLength(JSON.stringify(item));

/** Nothing that is kept of the moment is too large for an item, with room to spare. */
const largestItem = async () => Math.max(...(await desk.kept()).map(bytesOf));

/** Refused as too large, and everything is as it was. */
const refusedWhole = async (act: () => Promise<Received>) => {
  const before = await desk.kept();
  const refused = await act();
  expect(refused.status).toBe(413);
  expect(['payload-too-large', 'item-too-large']).toContain(refused.body.code);
  expect(await desk.kept()).toEqual(before);
};

const trying = async (body: object, stepId = 'start-why') =>
  desk.try(saveStep, {
    ...{ params: { moduleId: 'start', stepId }, body },
    etag: (await desk.module('start')).etag,
  });

const longest = (letter: string) => letter.repeat(200);
const transcribed = (characters: number) => ({
  title: longest('å'),
  blocks: Array.from({ length: Math.ceil(characters / 20_000) }, (_, at) => ({
    ...{ type: 'sound', mediaId: '01936a0e-0000-7000-8000-000000000001', title: 'Ljud' },
    transcript: 'a'.repeat(Math.min(20_000, characters - at * 20_000)),
  })),
});

describe('AUT-2 the largest step', () => {
  it('of 250 kB is kept, and read as it was written', async () => {
    await world.have(entities.media, {
      ...aMedia({ momentId: desk.momentId, mediaId: '01936a0e-0000-7000-8000-000000000001' }),
    });
    const large = transcribed(250_000);
    expect((await trying(large)).status).toBe(200);
    expect((await desk.module('start')).sections[0]?.steps[0]).toEqual({ stepId: 'start-why', ...large });
    expect(await largestItem()).toBeLessThan(300_000);
  });

  it('is told where it ends: what is more is refused, and nothing is changed', async () => {
    await refusedWhole(() => trying(transcribed(300_000)));
  });

  it('shows a hundred things at most', async () => {
    const blocks = Array.from({ length: 101 }, () => ({ type: 'heading', level: 2, text: 'R' }));
    const { status, body } = await trying({ title: 'T', blocks });
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/body/blocks']]);
  });

  it('with a hundred new files is refused as too much at once', async () => {
    const blocks = Array.from({ length: 100 }, (_, at) => ({
      type: 'image',
      mediaId: `01936a0e-0000-7000-8000-${String(at).padStart(12, '0')}`,
    }));
    await refusedWhole(() => trying({ title: 'T', blocks }));
  });

  it('whatever it holds, is kept under 300 kB or refused, and never breaks anything', async () => {
    const part = fc.record({
      letter: fc.constantFrom('a', '"', '\\', 'å', '🌻', '\n'),
      length: fc.integer({ min: 1, max: 5000 }),
      blocks: fc.integer({ min: 1, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(part, async ({ letter, length, blocks }) => {
        const text = [{ text: letter.repeat(length) }];
        const body = {
          title: 'T',
          blocks: Array.from({ length: blocks }, () => ({ type: 'paragraph', text })),
        };
        const { status } = await trying(body);
        expect([200, 413]).toContain(status);
        expect(await largestItem()).toBeLessThan(300_000);
      }),
      { numRuns: runs(12) },
    );
  });
});

/** A module as it is kept, of so many steps, each with what it takes to be found in need of mending. */
const fullModule = (steps: number, findings: number, letter: string): ModuleOutline => ({
  moduleId: 'start',
  title: longest(letter),
  sections: Array.from({ length: Math.ceil(steps / 2) }, (_, section) => ({
    sectionId: `avsnitt-${section}`,
    title: longest(letter),
    steps: Array.from({ length: Math.min(2, steps - section * 2) }, (__, at) =>
      aRef(`steg-${section}-${at}`, {
        title: longest(letter),
        findings: Array.from({ length: findings }, (___, place) => ({
          ...{ code: 'alternative-text-missing' as const, level: 'error' as const },
          ...{ pointer: `/blocks/${place}`, facts: [] },
        })),
      }),
    ),
  })),
});

const having = (module: ModuleOutline) =>
  world.have(entities.draftModule, { momentId: desk.momentId, module }, 7);

/** The arrangement that leaves a module as it is. */
const asItIs = ({ title, sections }: ModuleOutline) => ({
  title,
  sections: sections.map(({ sectionId, title: name, steps }) => ({
    sectionId,
    title: name,
    stepIds: steps.map(({ stepId }) => stepId),
  })),
});

const arranging = (module: ModuleOutline, removed: object = {}) =>
  desk.try(saveModule, {
    ...{ params: { moduleId: 'start' }, etag: '"7"' },
    body: { ...asItIs(module), removed },
  });

describe('AUT-1 the largest module', () => {
  it('of sixty steps with titles as long as they may be is kept', async () => {
    const module = fullModule(60, 0, 'å');
    await having(module);
    expect((await arranging(module)).status).toBe(200);
    expect(await largestItem()).toBeLessThan(300_000);
  });

  it('that has far too much to mend is refused, and nothing is changed', async () => {
    const module = fullModule(60, 12, '🌻');
    await having(module);
    await refusedWhole(() => arranging(module));
  });

  it('can always be made smaller, and brought back', async () => {
    const module = fullModule(60, 6, 'å');
    await having(module);
    const left = { ...module, sections: module.sections.slice(0, 1) };
    const [, ...gone] = module.sections;
    const smaller = await arranging(left, {
      sectionIds: gone.map(({ sectionId }) => sectionId),
      stepIds: gone.flatMap(({ steps }) => steps.map(({ stepId }) => stepId)),
    });
    expect(smaller.status).toBe(200);
    expect((await desk.try(undoSave, { body: { saveId: smaller.body['saveId'] } })).status).toBe(201);
    expect(await largestItem()).toBeLessThan(300_000);
  });

  it('has sixty steps at most, however they come into it', async () => {
    const module = fullModule(60, 0, 'a');
    await having(module);
    const body = { ...says('ett till'), sectionId: 'avsnitt-0' };
    await refusedWhole(() =>
      desk.try(saveStep, { params: { moduleId: 'start', stepId: 'ny' }, body, etag: '"7"' }),
    );
  });

  it('says no more than one answer can carry', async () => {
    const { outline } = await desk.draft();
    await desk.do(addModule, { body: { moduleId: 'm', title: 'M' }, etag: outline.etag });
    await desk.do(saveModule, {
      params: { moduleId: 'm' },
      body: { title: 'M', sections: [{ sectionId: 'a', title: 'A', stepIds: [] }] },
      etag: (await desk.module('m')).etag,
    });
    await world.have(entities.media, {
      ...aMedia({ momentId: desk.momentId, mediaId: '01936a0e-0000-7000-8000-000000000001' }),
    });
    for (let at = 0; at < 8; at += 1)
      await desk.step('m', `s${at}`, { ...transcribed(240_000), sectionId: 'a' });
    const { etag } = await desk.module('m');
    const body = { ...transcribed(240_000), sectionId: 'a' };
    await refusedWhole(() => desk.try(saveStep, { params: { moduleId: 'm', stepId: 's8' }, body, etag }));
    const { text } = await desk.do(openModuleDraft, { params: { moduleId: 'm' } });
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(6_000_000);
  });
});

describe('AUT-3 the largest form', () => {
  const form = (questions: number, options: number, label: string) => ({
    ...{ formId: 'stort', kind: 'ordinary', title: longest('å') },
    pages: [
      {
        pageId: 'sida',
        questions: Array.from({ length: questions }, (_, at) => ({
          ...{ type: 'single-choice', questionId: `fraga-${at}`, text: 'Fråga?', required: true },
          options: Array.from({ length: options }, (__, place) => ({ optionId: `svar-${place}`, label })),
        })),
      },
    ],
  });
  const saving = (value: object) =>
    desk.try(saveForm, { params: { formId: 'stort' }, body: { form: value }, etag: '"0"' });

  it('of a hundred questions with fifty short answers is kept', async () => {
    const large = form(100, 50, 'Ja');
    expect((await saving(large)).status).toBe(200);
    expect((await desk.form('stort')).form).toEqual(large);
    expect(await largestItem()).toBeLessThan(300_000);
  });

  it('of a hundred questions with fifty long answers is refused, and nothing is changed', async () => {
    await refusedWhole(() => saving(form(100, 50, longest('å'))));
  });
});

describe('AUT-1 what is changed at once', () => {
  const of = (count: number, findings: number) =>
    Array.from({ length: count }, (_, at) =>
      keep(entities.draftModule, {
        momentId: desk.momentId,
        module: { ...fullModule(60, findings, 'å'), moduleId: `m${at}` },
      }),
    );

  it.each([
    ['more bytes', 45, 11],
    ['more items', 100, 0],
  ])(
    'is refused where it is %s than one transaction holds, and nothing is changed',
    async (_, count, size) => {
      const before = await desk.kept();
      const work = { changes: of(count, size), activity: anActivity(), once: undefined };
      expect(await refusalLater(commit(world.database, work))).toBe('payload-too-large');
      expect(await desk.kept()).toEqual(before);
    },
  );
});
