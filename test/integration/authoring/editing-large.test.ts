import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptForm, keptStep } from '../../../functions/authoring/content-changes.ts';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { moveStep } from '../../../functions/authoring/modules/move-step.ts';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { saveStep } from '../../../functions/authoring/modules/save-step.ts';
import { checkDraft } from '../../../functions/authoring/moments/check-draft.ts';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { openDraft } from '../../../functions/authoring/moments/open-draft.ts';
import type { Block } from '../../../shared/domain/content/block.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import type { Change } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { thirtyQuestions } from '../../bench/population/programme.ts';
import { type Desk, emptyDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { type Received, rows, World } from '../../support/world.ts';

const [modules, stepsEach, forms] = [40, 10, 60];
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

let world: World;
let desk: Desk;

const paragraph = 'Ta en stund att läsa igenom avsnittet i lugn och ro, och pröva övningen i veckan. 🌱 ';
const blocksOf = (module: number, at: number): Block[] => [
  { type: 'heading', level: 2, text: `Övning ${at + 1}` },
  { type: 'paragraph', text: [{ text: paragraph.repeat(20) }] },
  ...(at === 0 ? [{ type: 'form' as const, formId: `form-${module}` }] : []),
  ...(at === 1 && module < forms - modules
    ? [{ type: 'form' as const, formId: `form-${modules + module}` }]
    : []),
];

const putContent = async ({ key, item }: Change): Promise<void> => {
  const { client, tables } = world.database;
  await client.send(
    new PutCommand({ TableName: tables.moments, Item: { ...key, ...item, activityId: 'seed' } }),
  );
};

const putModule = async (momentId: string, at: number): Promise<void> => {
  const steps = numbers(stepsEach).map((step) =>
    keptStep(momentId, {
      ...{ stepId: `steg-${at}-${step}`, title: `Steg ${step} i modul ${at}` },
      blocks: blocksOf(at, step),
    }),
  );
  for (const { content } of steps) await putContent(content);
  const section = { sectionId: `avsnitt-${at}`, title: 'Avsnitt', steps: steps.map(({ ref }) => ref) };
  const module = { moduleId: `modul-${at}`, title: `Modul ${at}`, sections: [section] };
  await world.have(entities.draftModule, { momentId, module });
};

const putForm = async (momentId: string, at: number): Promise<void> => {
  const { ref, content } = keptForm(momentId, thirtyQuestions(`form-${at}`, `Skattning ${at}`));
  await putContent(content);
  await world.have(entities.draftForm, { momentId, form: ref });
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  desk = await emptyDesk(world);
  const { momentId } = desk;
  await Promise.all(numbers(modules).map((at) => putModule(momentId, at)));
  await Promise.all(numbers(forms).map((at) => putForm(momentId, at)));
  const outline = {
    ...{
      title: 'Stort',
      kind: 'course' as const,
      welcome: 'Hej',
      functions: usualFunctions,
      open: false,
      openedByPractitioner: [],
    },
    moduleIds: numbers(modules).map((at) => `modul-${at}`),
  };
  await world.have(entities.draftOutline, { momentId, outline });
});

/** What a request did with the table of moments. */
const usesIn = ({ calls }: Received) =>
  calls
    .flatMap(({ command, uses }) => uses.map(({ table, action }) => ({ command, table, action })))
    .filter(({ table }) => table === 'moments')
    .map(({ command, action }) =>
      command === 'TransactWriteItemsCommand' ? `write ${action}` : `read ${action}`,
    )
    .toSorted();

describe('AUT-1 a moment of 40 modules, 400 steps and 60 forms', () => {
  it('is opened by its head and one query, with every step and form in its place', async () => {
    const received = await desk.do(openDraft);
    expect(usesIn(received)).toEqual(['read GetItem', 'read Query']);
    const draft = await desk.draft();
    expect(draft.modules.map(({ moduleId }) => moduleId)).toEqual(draft.outline.moduleIds);
    expect(draft.modules.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps))).toHaveLength(400);
    expect(draft.forms).toHaveLength(60);
    expect(received.text.length).toBeLessThan(200_000);
  });

  it('is opened module by module, with what its ten steps say', async () => {
    const received = await desk.do(openModuleDraft, { params: { moduleId: 'modul-39' } });
    expect(usesIn(received)).toEqual(['read BatchGetItem', 'read GetItem', 'read GetItem']);
    const { sections } = await desk.module('modul-39');
    expect(sections[0]?.steps).toHaveLength(10);
    expect(sections[0]?.steps[3]?.blocks).toEqual(blocksOf(39, 3));
  });

  it('has a step saved by four writes, and nothing read but its module', async () => {
    const { etag } = await desk.module('modul-7');
    const params = { moduleId: 'modul-7', stepId: 'steg-7-5' };
    const received = await desk.do(saveStep, { params, body: says('nytt'), etag });
    expect(usesIn(received)).toEqual([
      ...['read GetItem', 'read GetItem'],
      ...['write PutItem', 'write PutItem', 'write PutItem', 'write UpdateItem'],
    ]);
    expect((await desk.module('modul-7')).sections[0]?.steps[5]).toMatchObject(says('nytt'));
  });

  it('has a form saved by four writes', async () => {
    const { etag, form } = await desk.form('form-59');
    const received = await desk.do(saveForm, {
      ...{ params: { formId: 'form-59' }, body: { form: { ...form, title: 'Ny' } }, etag },
    });
    expect(usesIn(received).filter((use) => use.startsWith('write'))).toHaveLength(4);
  });

  it('has a step moved by five writes', async () => {
    const { modules: all } = await desk.draft();
    const etagOf = (id: string) => all.find(({ moduleId }) => moduleId === id)?.etag ?? '';
    const to = { moduleId: 'modul-2', sectionId: 'avsnitt-2' };
    const body = { from: 'modul-1', stepId: 'steg-1-9', to, toEtag: etagOf('modul-2') };
    const received = await desk.do(moveStep, { body, etag: etagOf('modul-1') });
    expect(usesIn(received).filter((use) => use.startsWith('write'))).toHaveLength(5);
  });

  it('is checked in one round trip, every step and form of it (AUT-9)', async () => {
    await desk.step('modul-31', 'steg-31-9', { title: 'Tomt', blocks: [] });
    await desk.step('modul-5', 'steg-5-5', { title: 'Okänt', blocks: [{ type: 'form', formId: 'borta' }] });
    const received = await desk.do(checkDraft);
    expect(usesIn(received)).toEqual(['read GetItem', 'read Query', 'read Query']);
    expect(rows(received, 'findings').map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'step-empty /modules/modul-31/steps/steg-31-9',
      'form-unknown /modules/modul-5/steps/steg-5-5',
    ]);
  });

  it('is compared with nothing before it has been published', async () => {
    expect((await desk.do(compareDraft)).body).toEqual({ nextVersion: '1.0', differences: [] });
  });
});
