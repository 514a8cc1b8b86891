import { routes } from '../../../functions/routes.ts';
import type { SampleScene } from '../../../functions/sample-scene.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import { type Desk, type Edit, emptyDesk, fullDesk } from '../../support/editing.ts';
import { units } from '../../support/people.ts';
import { once, type Preparation, programmeScene } from './scene.ts';

/** What reads a draft. */
export const readings = [
  'openDraft',
  'checkDraft',
  'compareDraft',
  'listSaves',
  'openModuleDraft',
  'openFormDraft',
];

type Prepared = (desk: Desk) => Promise<Partial<SampleScene>>;

const ofOutline: Prepared = async (desk) => ({ etag: (await desk.draft()).outline.etag });
const ofModule: Prepared = async (desk) => ({ etag: (await desk.module('start')).etag });
const ofFollowUp = async (desk: Desk) => (await desk.module('follow-up')).etag;

/** What changes a draft, and what somebody at the desk with the demo's programme must know to send it now. */
const preparedAtDesk: Readonly<Record<string, Prepared>> = {
  saveOutline: ofOutline,
  addModule: ofOutline,
  saveModule: ofModule,
  saveStep: ofModule,
  moveStep: async (desk) => ({ ...(await ofModule(desk)), toEtag: await ofFollowUp(desk) }),
  copyStep: async (desk) => ({ etag: await ofFollowUp(desk) }),
  deleteModule: ofModule,
  saveForm: async (desk) => ({ etag: (await desk.form(phq9.formId)).etag }),
  copyForm: async () => ({}),
  deleteForm: async (desk) => {
    const { headers } = await desk.newForm({ ...phq9, formId: 'oanvant' });
    return { formId: 'oanvant', etag: headers['etag'] ?? '' };
  },
  undoSave: async (desk) => {
    const { body } = await desk.newForm({ ...phq9, formId: 'igen' });
    return { saveId: String(body['saveId']) };
  },
};
export const edits: readonly string[] = Object.keys(preparedAtDesk);

/** The request, as somebody at the desk with the demo's programme would send it now. */
export const editAt = async (desk: Desk, operationId: string): Promise<Edit> => {
  const { contract } = found(routes.find((route) => route.contract.operationId === operationId));
  const differing = await preparedAtDesk[operationId]?.(desk);
  return sampleOf(contract, { ...programmeScene, momentId: desk.momentId, ...differing });
};

const atDesk =
  (prepared?: Prepared): Preparation =>
  async ({ world }) => {
    const desk = await fullDesk(world);
    return { momentId: desk.momentId, ...(await prepared?.(desk)) };
  };

const forReading = once(atDesk());

/** Opening, editing, undoing and checking drafts. */
export const editingPreparations: Record<string, Preparation> = {
  listMoments: () => ({ unitId: units.publisher }),
  ...Object.fromEntries(readings.map((name) => [name, forReading])),
  ...Object.fromEntries(edits.map((name) => [name, atDesk(preparedAtDesk[name])])),
  deleteDraft: async ({ world }) => {
    const desk = await emptyDesk(world);
    return { momentId: desk.momentId, etag: (await desk.draft()).headEtag };
  },
};
