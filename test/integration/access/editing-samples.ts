import { phq9 } from '../../../infra/local/demo/content.ts';
import { type Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { units } from '../../support/people.ts';
import type { Sent } from '../../support/world.ts';
import type { Sample } from './samples.ts';
import type { Scene } from './scene.ts';

/** Without the desk's own login, for it is the matrix that says who sends. */
const anyones = ({ token: _, ...sent }: Sent): Sent => sent;

const atDesk =
  (edit: (desk: Desk) => Parameters<Desk['sent']>[0] | Promise<Parameters<Desk['sent']>[0]>): Sample =>
  async ({ world }: Scene) => {
    const desk = await fullDesk(world);
    return anyones(desk.sent(await edit(desk)));
  };

const opened = atDesk(() => ({}));
const start = { moduleId: 'start' };
const form = { formId: phq9.formId };
const etagOf = async (desk: Desk, moduleId = 'start') => (await desk.module(moduleId)).etag;
const outlineOf = async (desk: Desk) => {
  const { etag, ...outline } = (await desk.draft()).outline;
  return { etag, outline };
};
const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood' };

/** Opening, editing, undoing and checking drafts. */
export const editingSamples: Record<string, Sample> = {
  listMoments: () => ({ params: { unitId: units.publisher } }),
  openDraft: opened,
  checkDraft: opened,
  compareDraft: opened,
  listSaves: opened,
  openModuleDraft: atDesk(() => ({ params: start })),
  openFormDraft: atDesk(() => ({ params: form })),
  deleteDraft: async ({ world }) => {
    const desk = await emptyDesk(world);
    return anyones(desk.sent({ etag: (await desk.draft()).headEtag }));
  },
  saveOutline: atDesk(async (desk) => {
    const { outline, etag } = await outlineOf(desk);
    return { body: outline, etag };
  }),
  addModule: atDesk(async (desk) => ({ body: { title: 'Ny' }, etag: (await outlineOf(desk)).etag })),
  saveModule: atDesk(async (desk) => ({
    ...{ params: start, body: { title: 'Tomt', sections: [] } },
    etag: await etagOf(desk),
  })),
  saveStep: atDesk(async (desk) => ({
    ...{ params: { ...start, stepId: 'start-why' }, body: says('nytt') },
    etag: await etagOf(desk),
  })),
  moveStep: atDesk(async (desk) => ({
    body: { from: 'start', stepId: 'start-why', to, toEtag: await etagOf(desk, 'follow-up') },
    etag: await etagOf(desk),
  })),
  copyStep: atDesk(async (desk) => ({
    body: { from: 'start', stepId: 'start-why', newStepId: 'kopia', to },
    etag: await etagOf(desk, 'follow-up'),
  })),
  deleteModule: atDesk(async (desk) => ({ params: start, etag: await etagOf(desk) })),
  saveForm: atDesk(async (desk) => ({
    ...{ params: form, body: { form: phq9 } },
    etag: (await desk.form(phq9.formId)).etag,
  })),
  copyForm: atDesk(async (desk) => ({
    body: { ...form, formVersion: (await desk.form(phq9.formId)).version, newFormId: 'kopia' },
  })),
  deleteForm: atDesk(async (desk) => {
    const { headers } = await desk.newForm({ ...phq9, formId: 'oanvant' });
    return { params: { formId: 'oanvant' }, etag: headers['etag'] ?? '' };
  }),
  undoSave: atDesk(async (desk) => {
    const { body } = await desk.newForm({ ...phq9, formId: 'oanvant' });
    return { body: { saveId: body['saveId'] } };
  }),
};
