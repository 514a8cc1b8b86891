import { beforeAll, describe, expect, it } from 'vitest';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { draftFromVersion } from '../../../functions/authoring/moments/draft-from-version.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { compareMinor } from '../../../functions/catalogue/activations/compare-minor.ts';
import { getCatalogueEntry } from '../../../functions/catalogue/catalogue/get-catalogue-entry.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import type { Block } from '../../../shared/domain/content/block.ts';
import { Desk } from '../../support/editing.ts';
import { login, provider, seedPeople, units } from '../../support/people.ts';
import { activatedOn, exportedWith, publishedMoment, publishedWith, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { restructured, reworded } from './catalogue-world.ts';
import { type OneEdit, oneEdit } from './edits.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const deskOf = async (momentId: string) => new Desk(world, momentId, await login('designer'));

/** What is told of a draft that says something else, to its designers and when it is published. */
const toldOf = async (momentId: string, content: object) => {
  const { params, etag } = await exportedWith(world, momentId, content);
  const { body: compared } = await (await deskOf(momentId)).do(compareDraft);
  const { body: published } = await succeed(world, publishVersion, {
    ...{ params, body: {}, token: await login('publisher'), headers: { 'If-Match': etag } },
  });
  return { compared, published };
};

const editNamed = (name: string): OneEdit => {
  const edit = oneEdit.find(({ is }) => is === name);
  if (!edit) throw new Error(`No edit is ${name}`);
  return edit;
};

describe('AUT-8 one thing that differs is told, and nothing else', () => {
  it.each(oneEdit.map((edit) => [edit.is, edit] as const))(
    'in the draft, at publishing and in the catalogue: %s',
    async (_, { content, told }) => {
      const momentId = await publishedMoment(world);
      const { compared, published } = await toldOf(momentId, content);
      expect(compared['differences']).toMatchObject([told]);
      expect(published).toEqual({
        momentVersion: compared['nextVersion'],
        differences: compared['differences'],
      });
      const entry = await succeed(world, getCatalogueEntry, {
        params: { providerId: provider, momentId },
        token: await login('careProviderAdmin'),
      });
      expect(entry.body['published']).toMatchObject([
        { momentVersion: compared['nextVersion'], basis: '1.0', differences: compared['differences'] },
        { momentVersion: '1.0' },
      ]);
    },
  );

  it('is refused as a minor version with the very question', async () => {
    const momentId = await publishedMoment(world);
    const { content, told } = editNamed('the score of an option');
    const { params, etag } = await exportedWith(world, momentId, content);
    const refused = await world.call(publishVersion, {
      ...{ params, body: { expected: 'minor' }, token: await login('publisher') },
      headers: { 'If-Match': etag },
    });
    const { kind: _, ...fault } = told as { kind: string };
    expect(refused.body).toMatchObject({ code: 'structural-change', errors: [fault] });
  });
});

const { content: edited, told } = editNamed('the words of an option');

/** Version 1.0, 2.0 after it, and a draft that goes on from the first again. */
const reopened = async () => {
  const momentId = await publishedMoment(world);
  await publishedWith(world, momentId, { ...restructured, forms: reworded.forms });
  const desk = await deskOf(momentId);
  const opened = await desk.do(draftFromVersion, {
    body: { momentVersion: '1.0' },
    etag: (await desk.draft()).headEtag,
  });
  return { momentId, desk, saveId: String(opened.body['saveId']) };
};

describe('AUT-8 what differs from the major that a draft goes on from', () => {
  it('is told in just the option, after another major', async () => {
    const { momentId } = await reopened();
    const { compared, published } = await toldOf(momentId, edited);
    expect(compared).toMatchObject({ basis: '1.0', nextVersion: '1.1', differences: [told] });
    expect(published).toMatchObject({ momentVersion: '1.1', differences: [told] });
  });

  it('is told so too of a form that has lain in the draft since it was opened', async () => {
    const momentId = await publishedMoment(world);
    const second = { ...moodProgramme.forms[0], formId: 'phq-9-igen' };
    const both = { ...moodProgramme, forms: [...moodProgramme.forms, second] };
    await publishedWith(world, momentId, both);
    await publishedWith(world, momentId, { ...both, modules: restructured.modules });
    const desk = await deskOf(momentId);
    await desk.do(draftFromVersion, {
      ...{ body: { momentVersion: '2.0' }, etag: (await desk.draft()).headEtag },
    });
    const once = { ...both, forms: [...edited.forms, second] };
    const { published } = await toldOf(momentId, once);
    expect(published).toMatchObject({ momentVersion: '2.1', differences: [told] });
    const again = await toldOf(momentId, { ...once, forms: [...edited.forms, { ...second, title: 'Igen' }] });
    expect(again.published).toMatchObject({
      ...{ momentVersion: '2.2', differences: [{ pointer: '/forms/phq-9-igen/title' }] },
    });
  });

  it('is told so too where the opening was undone', async () => {
    const { momentId, desk, saveId } = await reopened();
    await desk.do(undoSave, { body: { saveId } });
    const forms = edited.forms.map((form) => ({ ...form, title: reworded.forms[0]?.title }));
    const { published } = await toldOf(momentId, { ...restructured, forms });
    expect(published).toMatchObject({ momentVersion: '2.1', differences: [told] });
  });

  it('is told from the minor before it, and not from what that changed', async () => {
    const momentId = await publishedMoment(world);
    await publishedWith(world, momentId, reworded);
    const { published } = await toldOf(momentId, { ...reworded, welcome: 'Hej igen!' });
    expect(published).toMatchObject({
      ...{ momentVersion: '1.2', differences: [{ pointer: '/outline/welcome' }] },
    });
  });
});

describe('AUT-8 PUB-5 what a later minor changes where another is active', () => {
  const comparedOn = async (momentId: string, unitId = units.care) =>
    world.call(compareMinor, {
      params: { unitId, momentId, major: '1' },
      token: await login('careProviderAdmin'),
    });

  it('is told from that one, whatever came and went in those between them, and of another major nothing', async () => {
    const momentId = await publishedMoment(world);
    await activatedOn(world, momentId);
    expect((await comparedOn(momentId)).body).toEqual({ momentVersion: '1.0', differences: [] });
    await publishedWith(world, momentId, { ...moodProgramme, welcome: 'Bara ett tag' });
    await publishedWith(world, momentId, { ...edited, welcome: 'Bara ett tag' });
    await publishedWith(world, momentId, edited);
    await publishedWith(world, momentId, { ...edited, modules: restructured.modules });
    const { body } = await comparedOn(momentId);
    expect(body).toMatchObject({ momentVersion: '1.0', waits: '1.3', differences: [told] });
  });

  it('is told of what was activated though it is not offered any more, and nowhere it was not', async () => {
    const momentId = await publishedMoment(world);
    await activatedOn(world, momentId);
    await publishedWith(world, momentId, edited, []);
    expect((await comparedOn(momentId)).body).toMatchObject({ waits: '1.1', differences: [told] });
    expect((await comparedOn(momentId, units.elsewhere)).status).toBe(404);
    expect((await comparedOn(crypto.randomUUID())).status).toBe(404);
  });
});

describe('AUT-8 much that differs', () => {
  it('is told up to a hundred at a time, with how many there are beside them, and is kept so', async () => {
    const momentId = await publishedMoment(world);
    const steps = Array.from({ length: 40 }, (_, at) => ({
      stepId: `step-${at}`,
      title: 'Ett steg',
      blocks: ['A', 'B', 'C'].map((text): Block => ({ type: 'heading', level: 2, text })),
    }));
    const [first, ...others] = moodProgramme.modules;
    const saying = (text: string) => {
      const reworded = steps.map((step) => ({
        ...step,
        blocks: step.blocks.map((block) => ({ ...block, text })),
      }));
      const added = { sectionId: 'many', title: 'Många', steps: reworded };
      return {
        ...moodProgramme,
        modules: [{ ...first, sections: [...(first?.sections ?? []), added] }, ...others],
      };
    };
    await publishedWith(world, momentId, saying('Före'));
    const { compared, published } = await toldOf(momentId, saying('Efter'));
    expect(compared['differences']).toHaveLength(100);
    expect(compared['differencesLeft']).toBe(20);
    expect(published).toMatchObject({ differencesLeft: 20, differences: compared['differences'] });
    const { items } = await world.runtime.stores.moments.publications(momentId, {
      limit: 1,
      cursor: undefined,
    });
    expect(items[0]?.value).toMatchObject({ momentVersion: '2.1', differencesLeft: 20 });
    const version = await world.runtime.stores.moments.version(momentId, '2.1');
    expect(JSON.stringify(version?.value)).not.toContain('fingerprint');
    expect(Object.keys(version?.value ?? {})).not.toContain('differences');
  });
});
