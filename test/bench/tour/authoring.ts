import { units as places } from '../../../infra/local/data/demo-data.ts';
import type { Content } from '../../../shared/domain/moment/content.ts';
import { programme } from '../population/programme.ts';
import type { Visit } from './visit.ts';

const testers = ['designer', 'practitioner'] as const;

/** A new moment whose draft says this; gives its id. */
export const draftSaying = async (visit: Visit, content: Content): Promise<string> => {
  const created = await visit('createMoment', 'designer', { unitId: places.publisher, content });
  const momentId = String(created.body['momentId']);
  await visit('saveDraft', 'designer', { momentId, content, etag: created.etag });
  return momentId;
};

/** Both try the draft out and approve it; then it lies with the publisher. Gives the moment's ETag. */
export const exportTested = async (visit: Visit, momentId: string): Promise<string | undefined> => {
  let { etag } = await visit('openDraft', 'designer', { momentId });
  for (const as of testers) {
    const { body } = await visit('startTest', as, { momentId });
    const testId = String(body['testId']);
    ({ etag } = await visit('recordVerdict', as, { momentId, testId, verdictRole: as, etag }));
  }
  return (await visit('exportToPublisher', 'designer', { momentId, etag })).etag;
};

/** The draft all the way to the care unit. */
export const bringToUnit = async (visit: Visit, momentId: string): Promise<void> => {
  const etag = await exportTested(visit, momentId);
  await visit('publishVersion', 'publisher', { momentId, etag });
  await visit('activateMoment', 'careProviderAdmin', { momentId });
};

/** As resident and as staff, with answers, and all of it away again. */
const tryOut = async (visit: Visit, momentId: string): Promise<void> => {
  const { body } = await visit('startTest', 'designer', { momentId });
  const trial = { momentId, testId: String(body['testId']) };
  await visit('viewTestAsResident', 'designer', trial);
  await visit('viewTestModule', 'designer', trial);
  const opened = await visit('viewTestForm', 'designer', trial);
  const saved = await visit('saveTestAnswers', 'designer', { ...trial, etag: opened.etag });
  await visit('submitTestForm', 'designer', { ...trial, etag: saved.etag });
  await visit('viewTestAsStaff', 'designer', trial);
  await visit('removeTests', 'designer', { momentId });
};

/** From an empty draft to a moment that can be started on the care unit; gives its id. */
export const tourAuthoring = async (visit: Visit): Promise<string> => {
  const momentId = await draftSaying(visit, programme);
  await tryOut(visit, momentId);
  await bringToUnit(visit, momentId);
  return momentId;
};
