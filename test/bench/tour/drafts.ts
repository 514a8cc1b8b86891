import { units as places } from '../../../infra/local/data/demo-data.ts';
import { diary, programme, rating } from '../population/programme.ts';
import type { Visit } from './visit.ts';

const designing = { as: 'designer', status: 200 } as const;
const creating = { as: 'designer', status: 201 } as const;

interface Draft {
  readonly visit: Visit;
  readonly path: `/moments/${string}/draft`;
}

const partEtag = (body: Readonly<Record<string, unknown>>, kind: string): string | undefined =>
  (body['parts'] as { kind: string; etag?: string }[]).find((part) => part.kind === kind)?.etag;

const editModules = async ({ visit, path }: Draft): Promise<void> => {
  const { body } = await visit('openDraft', { ...designing, request: `GET ${path}` });
  const { etag, ...outline } = body['outline'] as { etag: string };
  const saved = await visit('saveOutline', {
    ...{ ...designing, request: `PUT ${path}/outline`, etag, body: outline },
  });
  const added = await visit('addModule', {
    ...{ ...creating, request: `POST ${path}/modules`, etag: saved.etag },
    body: { moduleId: 'extra', title: 'Mer att läsa' },
  });
  const module = `${path}/modules/extra` as const;
  const arranged = await visit('saveModule', {
    ...{ ...designing, request: `PUT ${module}`, etag: partEtag(added.body, 'module') },
    body: { title: 'Mer att läsa', sections: [{ sectionId: 'extra-1', title: 'Läs', stepIds: [] }] },
  });
  const stepped = await visit('saveStep', {
    ...{ ...designing, request: `PUT ${module}/steps/extra-step`, etag: arranged.etag },
    body: {
      title: 'Ett steg',
      blocks: [{ type: 'paragraph', text: [{ text: 'Läs.' }] }],
      sectionId: 'extra-1',
    },
  });
  const to = { moduleId: 'extra', sectionId: 'extra-1' };
  const copying = { from: 'extra', stepId: 'extra-step', newStepId: 'extra-copy', to };
  await visit('copyStep', {
    ...{ ...creating, request: `POST ${path}/step-copies`, etag: stepped.etag, body: copying },
  });
};

const moveAndDelete = async ({ visit, path }: Draft): Promise<void> => {
  const from = await visit('openModuleDraft', { ...designing, request: `GET ${path}/modules/extra` });
  const diaries = `${path}/modules/${diary.formId}-module` as const;
  const into = await visit('openModuleDraft', { ...designing, request: `GET ${diaries}` });
  const moving = {
    ...{ from: 'extra', stepId: 'extra-copy', toEtag: into.etag },
    to: { moduleId: `${diary.formId}-module`, sectionId: `${diary.formId}-section` },
  };
  const moved = await visit('moveStep', {
    ...{ ...creating, request: `POST ${path}/step-moves`, etag: from.etag, body: moving },
  });
  const deleted = await visit('deleteModule', {
    ...{ ...designing, request: `DELETE ${path}/modules/extra`, etag: moved.etag },
  });
  await visit('listSaves', { ...designing, request: `GET ${path}/saves` });
  const { saveId } = deleted.body;
  await visit('undoSave', { ...creating, request: `POST ${path}/undos`, body: { saveId } });
};

const editForms = async ({ visit, path }: Draft): Promise<void> => {
  const at = `${path}/forms/${rating.formId}` as const;
  const { body, etag } = await visit('openFormDraft', { ...designing, request: `GET ${at}` });
  const form = { ...rating, title: 'Skattning varje dag' };
  await visit('saveForm', { ...designing, request: `PUT ${at}`, etag, body: { form } });
  const newer = await visit('openFormDraft', { ...designing, request: `GET ${at}` });
  const { formVersion } = newer.body;
  if (formVersion === body['formVersion']) throw new Error('The form was not saved');
  const copied = await visit('copyForm', {
    ...{ ...creating, request: `POST ${path}/form-copies` },
    body: { formId: rating.formId, formVersion, newFormId: 'rating-copy' },
  });
  await visit('deleteForm', {
    ...{ ...designing, request: `DELETE ${path}/forms/rating-copy`, etag: partEtag(copied.body, 'form') },
  });
};

const hash = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

const useMedia = async (visit: Visit, moment: `/moments/${string}`): Promise<void> => {
  const announced = await visit('createMediaUpload', {
    ...{ ...creating, request: `POST ${moment}/media` },
    body: { fileName: 'Stig.png', contentType: 'image/png', bytes: 6785, sha256: hash },
  });
  const medium = `${moment}/media/${announced.body['mediaId']}` as const;
  await visit('listMedia', { ...designing, request: `GET ${moment}/media` });
  const { etag } = await visit('getMedia', { ...designing, request: `GET ${medium}` });
  await visit('removeMedia', { ...designing, request: `DELETE ${medium}`, etag });
};

/** Everything a designer does with a draft before it is tested, and with one that comes to nothing. */
export const tourDrafts = async (visit: Visit): Promise<void> => {
  const { title, kind } = programme;
  const created = await visit('createMoment', {
    ...{ ...creating, request: `POST /units/${places.publisher}/moments`, body: { title, kind } },
  });
  const moment = `/moments/${created.body['momentId']}` as const;
  const draft = { visit, path: `${moment}/draft` } as const;
  await visit('saveDraft', {
    ...{ ...designing, request: `PUT ${draft.path}`, etag: created.etag, body: { content: programme } },
  });
  await visit('listMoments', { ...designing, request: `GET /units/${places.publisher}/moments` });
  await editModules(draft);
  await moveAndDelete(draft);
  await editForms(draft);
  await useMedia(visit, moment);
  await visit('compareDraft', { ...designing, request: `GET ${draft.path}/differences` });
  const { etag } = await visit('checkDraft', { ...designing, request: `GET ${draft.path}/check` });
  await visit('deleteDraft', { ...designing, request: `DELETE ${draft.path}`, etag });
};
