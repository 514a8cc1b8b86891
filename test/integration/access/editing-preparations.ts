import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { type Desk, type Edit, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { units } from '../../support/people.ts';
import type { Sent } from '../../support/world.ts';
import type { Sample } from './samples.ts';

const start = { moduleId: 'start' };
const form = { formId: phq9.formId };
const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood' };

const etagOf = async (desk: Desk, moduleId = 'start') => (await desk.module(moduleId)).etag;
const outlineOf = async (desk: Desk) => {
  const { etag, ...outline } = (await desk.draft()).outline;
  return { etag, outline };
};

/** What reads a draft, as somebody at the desk with the demo's programme asks for it. */
export const readings: Readonly<Record<string, Edit>> = {
  openDraft: {},
  checkDraft: {},
  compareDraft: {},
  listSaves: {},
  openModuleDraft: { params: start },
  openFormDraft: { params: form },
};

/** What changes a draft, as somebody at the desk with the demo's programme would send it now. */
export const edits: Readonly<Record<string, (desk: Desk) => Promise<Edit>>> = {
  saveOutline: async (desk) => {
    const { outline, etag } = await outlineOf(desk);
    return { body: outline, etag };
  },
  addModule: async (desk) => ({ body: { title: 'Ny' }, etag: (await outlineOf(desk)).etag }),
  saveModule: async (desk) => ({
    ...{ params: start, body: { title: 'Tomt', sections: [] } },
    etag: await etagOf(desk),
  }),
  saveStep: async (desk) => ({
    ...{ params: { ...start, stepId: 'start-why' }, body: says('nytt') },
    etag: await etagOf(desk),
  }),
  moveStep: async (desk) => ({
    body: { from: 'start', stepId: 'start-why', to, toEtag: await etagOf(desk, 'follow-up') },
    etag: await etagOf(desk),
  }),
  copyStep: async (desk) => ({
    body: { from: 'start', stepId: 'start-why', newStepId: 'kopia', to },
    etag: await etagOf(desk, 'follow-up'),
  }),
  deleteModule: async (desk) => ({ params: start, etag: await etagOf(desk) }),
  saveForm: async (desk) => ({
    ...{ params: form, body: { form: phq9 } },
    etag: (await desk.form(phq9.formId)).etag,
  }),
  copyForm: async (desk) => ({
    body: { ...form, formVersion: (await desk.form(phq9.formId)).version, newFormId: 'kopia' },
  }),
  deleteForm: async (desk) => {
    const { headers } = await desk.newForm({ ...phq9, formId: 'oanvant' });
    return { params: { formId: 'oanvant' }, etag: headers['etag'] ?? '' };
  },
  undoSave: async (desk) => {
    const { body } = await desk.newForm({ ...phq9, formId: 'igen' });
    return { body: { saveId: body['saveId'] } };
  },
};

/** Without the desk's own login, for it is the matrix that says who sends. */
const anyones = ({ token: _, ...sent }: Sent): Sent => sent;

const atDesk =
  (edit: (desk: Desk) => Edit | Promise<Edit>): Sample =>
  async ({ world }) => {
    const desk = await fullDesk(world);
    return anyones(desk.sent(await edit(desk)));
  };

const each = <T>(rows: Readonly<Record<string, T>>, sample: (row: T) => Sample): Record<string, Sample> =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, sample(row)]));

/** Opening, editing, undoing and checking drafts. */
export const editingSamples: Record<string, Sample> = {
  listMoments: () => ({ params: { unitId: units.publisher } }),
  ...each(readings, (edit) => atDesk(() => edit)),
  ...each(edits, atDesk),
  deleteDraft: async ({ world }) => {
    const desk = await emptyDesk(world);
    return anyones(desk.sent({ etag: (await desk.draft()).headEtag }));
  },
};
