import { beforeAll, describe, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { saveStep } from '../../../functions/authoring/modules/save-step.ts';
import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { type Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { type Received, World } from '../../support/world.ts';

const writers = Array.from({ length: 20 }, (_, at) => at);

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

/** Everyone who was told that it is saved. */
const acknowledged = (answers: readonly Received[]) => answers.filter(({ status }) => status === 200);
const refusals = (answers: readonly Received[]) =>
  new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code));

/** What can still be read of a draft: contents that it points at now, or that undoing a save would bring back. */
const everythingReachable = async (desk: Desk): Promise<string> => {
  const items = await desk.kept();
  const pointers = JSON.stringify(items.filter(({ type }) => type === 'DraftModule' || type === 'SavedPart'));
  return JSON.stringify(items.filter(({ digest }) => pointers.includes(String(digest))));
};

describe('AUT-7 twenty designers', () => {
  it('in one module: one wins each round, the rest are told, and no acknowledged word is lost', async () => {
    const desk = await emptyDesk(world);
    const { outline } = await desk.draft();
    await desk.do(addModule, { body: { moduleId: 'm', title: 'Modul' }, etag: outline.etag });
    const { etag: first } = await desk.module('m');
    await desk.do(saveModule, {
      params: { moduleId: 'm' },
      body: { title: 'Modul', sections: [{ sectionId: 'a', title: 'Avsnitt', stepIds: [] }] },
      etag: first,
    });
    const promised: string[] = [];
    for (const round of [1, 2, 3]) {
      const { etag } = await desk.module('m');
      const answers = await Promise.all(
        writers.map((at) =>
          desk.try(saveStep, {
            params: { moduleId: 'm', stepId: 's' },
            body: { ...says(`omgång ${round} från ${at}.`), sectionId: 'a' },
            etag,
          }),
        ),
      );
      const won = acknowledged(answers);
      expect(won).toHaveLength(1);
      expect(refusals(answers)).toEqual(new Set(['version-mismatch']));
      promised.push(`omgång ${round} från ${answers.findIndex(({ status }) => status === 200)}.`);
    }
    const said = await everythingReachable(desk);
    for (const text of promised) expect(said).toContain(text);
    expect(JSON.stringify((await desk.module('m')).sections)).toContain(promised.at(-1));
  });

  it('on one form: one wins, the rest are told', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.form('phq-9');
    const answers = await Promise.all(
      writers.map((at) =>
        desk.try(saveForm, {
          params: { formId: 'phq-9' },
          body: { form: { ...phq9, title: `Titel ${at}` } },
          etag,
        }),
      ),
    );
    expect(acknowledged(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(new Set(['version-mismatch']));
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await desk.form('phq-9')).form.title).toBe(`Titel ${winner}`);
  });

  it('on one form that is new: one makes it, the rest are told', async () => {
    const desk = await emptyDesk(world);
    const answers = await Promise.all(
      writers.map((at) =>
        desk.try(saveForm, {
          params: { formId: 'phq-9' },
          body: { form: { ...phq9, title: `Titel ${at}` } },
          etag: '"0"',
        }),
      ),
    );
    expect(acknowledged(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(new Set(['version-mismatch']));
  });

  it('each in a module of their own: all succeed, and every word is there', async () => {
    const modules = writers.map((at) => ({
      moduleId: `m${at}`,
      title: `Modul ${at}`,
      sections: [{ sectionId: `a${at}`, title: 'Avsnitt', steps: [] }],
    }));
    const desk = await fullDesk(world, {
      ...{ title: 'Många', kind: 'course', welcome: 'Hej', modules, forms: [] },
    });
    const before = await desk.draft();
    const answers = await Promise.all(
      writers.map((at) =>
        desk.try(saveStep, {
          params: { moduleId: `m${at}`, stepId: `s${at}` },
          body: { ...says(`ord ${at}.`), sectionId: `a${at}` },
          etag: before.modules[at]?.etag ?? '',
        }),
      ),
    );
    expect(refusals(answers)).toEqual(new Set());
    for (const at of writers) expect(JSON.stringify(await desk.module(`m${at}`))).toContain(`ord ${at}.`);
    expect((await desk.draft()).revision).toBe(before.revision + writers.length);
  });
});
