import { beforeAll, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { deleteDraft } from '../../../functions/authoring/moments/delete-draft.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import { Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { grantsIn } from '../../support/grants.ts';
import { login, residents, seedPeople } from '../../support/people.ts';
import { publishedMoment, startedTest, succeed } from '../../support/story.ts';
import { announce } from '../../support/upload.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { editingPreparations } from '../access/editing-preparations.ts';
import { sampleFor } from '../access/samples.ts';
import { setScene } from '../access/scene.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

/** A file and a form in a step, and the step as it was before them. */
const illustrating = async (): Promise<void> => {
  const desk = await fullDesk(world);
  const { params } = await announce(world, desk.momentId);
  const image = { type: 'image', mediaId: params.mediaId };
  const step = { title: 'Bild', blocks: [image, { type: 'form', formId: 'phq-9' }] };
  await desk.step('start', 'start-why', step);
  const { body } = await desk.step('start', 'start-why', says('ingen bild'));
  await desk.do(undoSave, { body: { saveId: body['saveId'] } });
};

/** What differs within a form is read from both versions of it. */
const comparing = async (): Promise<void> => {
  const desk = new Desk(world, await publishedMoment(world), await login('designer'));
  const { etag } = await desk.form('phq-9');
  const form = { ...phq9, title: 'Omdöpt' };
  await desk.do(saveForm, { params: { formId: 'phq-9' }, body: { form }, etag });
  await desk.do(compareDraft);
};

/** Test data goes with the draft. */
const deleting = async (): Promise<void> => {
  const desk = await emptyDesk(world);
  await startedTest(world, 'designer', desk.momentId);
  await desk.do(deleteDraft, { etag: (await desk.draft()).headEtag });
};

it('SEC-5 every function that edits drafts uses all that it is granted', async () => {
  const scene = await setScene(world, residents.approved);
  const useCases = await allUseCases();
  const token = await login('designer');
  const editing = Object.keys(editingPreparations);
  for (const operationId of editing)
    await succeed(world, found(useCases.get(operationId)), {
      ...(await sampleFor(scene, operationId)),
      token,
    });
  await illustrating();
  await comparing();
  await deleting();
  const granted = editing.flatMap((name) => grantsIn(found(useCases.get(name))));
  // The right to query an index comes with the table's own, which this one has no use for.
  expect(granted.filter((grant) => !world.used.has(grant))).toEqual(['listMoments moments Query']);
});
