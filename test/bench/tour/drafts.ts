import { units as places } from '../../../infra/local/data/demo-data.ts';
import { diary, programme, rating } from '../population/programme.ts';
import { draftSaying } from './authoring.ts';
import type { Visit } from './visit.ts';

interface Draft {
  readonly visit: Visit;
  readonly momentId: string;
}

const partEtag = (body: Readonly<Record<string, unknown>>, kind: string): string | undefined =>
  (body['parts'] as { kind: string; etag?: string }[]).find((part) => part.kind === kind)?.etag;

const extra = { moduleId: 'extra', sectionId: 'extra-1' };
const step = { ...extra, stepId: 'extra-step' };

const editModules = async ({ visit, momentId }: Draft): Promise<void> => {
  const { body } = await visit('openDraft', 'designer', { momentId });
  const { etag } = body['outline'] as { etag: string };
  const saved = await visit('saveOutline', 'designer', { momentId, etag });
  const added = await visit('addModule', 'designer', { momentId, etag: saved.etag });
  const arranged = await visit('saveModule', 'designer', {
    ...{ momentId, ...extra, stepIds: [], etag: partEtag(added.body, 'module') },
  });
  const stepped = await visit('saveStep', 'designer', { momentId, ...step, etag: arranged.etag });
  await visit('copyStep', 'designer', { momentId, ...step, to: extra, etag: stepped.etag });
};

const moveAndDelete = async ({ visit, momentId }: Draft): Promise<void> => {
  const { moduleId } = extra;
  const from = await visit('openModuleDraft', 'designer', { momentId, moduleId });
  const to = { moduleId: `${diary.formId}-module`, sectionId: `${diary.formId}-section` };
  const into = await visit('openModuleDraft', 'designer', { momentId, moduleId: to.moduleId });
  const moving = { stepId: `${step.stepId}-copy`, to, etag: from.etag, toEtag: into.etag ?? '' };
  const moved = await visit('moveStep', 'designer', { momentId, moduleId, ...moving });
  const deleted = await visit('deleteModule', 'designer', { momentId, moduleId, etag: moved.etag });
  await visit('listSaves', 'designer', { momentId });
  await visit('undoSave', 'designer', { momentId, saveId: String(deleted.body['saveId']) });
};

const editForms = async ({ visit, momentId }: Draft): Promise<void> => {
  const { body, etag } = await visit('openFormDraft', 'designer', { momentId });
  const form = { ...rating, title: 'Skattning varje dag' };
  await visit('saveForm', 'designer', { momentId, form, etag });
  const newer = await visit('openFormDraft', 'designer', { momentId });
  const formVersion = String(newer.body['formVersion']);
  if (formVersion === body['formVersion']) throw new Error('The form was not saved');
  const copied = await visit('copyForm', 'designer', { momentId, formVersion });
  const formId = `${rating.formId}-copy`;
  await visit('deleteForm', 'designer', { momentId, formId, etag: partEtag(copied.body, 'form') });
};

const useMedia = async ({ visit, momentId }: Draft): Promise<void> => {
  const announced = await visit('createMediaUpload', 'designer', { momentId });
  const medium = { momentId, mediaId: String(announced.body['mediaId']) };
  await visit('listMedia', 'designer', { momentId });
  const { etag } = await visit('getMedia', 'designer', medium);
  await visit('removeMedia', 'designer', { ...medium, etag });
};

/** Everything a designer does with a draft before it is tested, and with one that comes to nothing. */
export const tourDrafts = async (visit: Visit): Promise<void> => {
  const momentId = await draftSaying(visit, programme);
  await visit('listMoments', 'designer', { unitId: places.publisher });
  const draft = { visit, momentId };
  await editModules(draft);
  await moveAndDelete(draft);
  await editForms(draft);
  await useMedia(draft);
  await visit('compareDraft', 'designer', { momentId });
  const { etag } = await visit('checkDraft', 'designer', { momentId });
  await visit('deleteDraft', 'designer', { momentId, etag });
};
