import { units as places, region } from '../../../infra/local/data/demo-data.ts';
import { answersOf, moduleIdOf, momentVersion, programme, rating } from '../population/programme.ts';
import type { Visit } from './visit.ts';

type MomentPath = `/moments/${string}`;

const testers = ['designer', 'practitioner'] as const;

/** Both try the draft out and approve it; then it lies with the publisher. Gives the moment's ETag. */
export const exportTested = async (visit: Visit, path: MomentPath): Promise<string | undefined> => {
  let { etag } = await visit('openDraft', { as: 'designer', status: 200, request: `GET ${path}/draft` });
  for (const as of testers) {
    const { body } = await visit('startTest', { as, request: `POST ${path}/tests`, status: 201 });
    ({ etag } = await visit('recordVerdict', {
      ...{ as, request: `POST ${path}/verdicts`, status: 201, etag },
      body: { as, approved: true, testId: body['testId'] },
    }));
  }
  const exporting = { as: 'designer', request: `POST ${path}/exports`, status: 201, etag } as const;
  return (await visit('exportToPublisher', exporting)).etag;
};

/** As resident and as staff, with answers, and all of it away again. */
const tryOut = async (visit: Visit, path: MomentPath): Promise<void> => {
  const testing = { as: 'designer', status: 200 } as const;
  const { body } = await visit('startTest', { as: 'designer', request: `POST ${path}/tests`, status: 201 });
  const test = `${path}/tests/${body['testId']}` as const;
  const form = `${test}/forms/${rating.formId}` as const;
  await visit('viewTestAsResident', { ...testing, request: `GET ${test}/resident-view` });
  await visit('viewTestModule', { ...testing, request: `GET ${test}/modules/${moduleIdOf(rating)}` });
  const opened = await visit('viewTestForm', { ...testing, request: `GET ${form}` });
  const { formVersion } = opened.body;
  const answers = { formVersion, answers: answersOf(1) };
  const saved = await visit('saveTestAnswers', {
    ...{ ...testing, request: `PUT ${form}/draft`, etag: opened.etag, body: answers },
  });
  await visit('submitTestForm', {
    ...{ as: 'designer', request: `POST ${form}/submissions`, status: 201, etag: saved.etag, body: answers },
  });
  await visit('viewTestAsStaff', { ...testing, request: `GET ${test}/staff-view` });
  await visit('removeTests', {
    ...{ as: 'designer', request: `POST ${path}/test-removals`, status: 201, body: {} },
  });
};

/** From an empty draft to a moment that can be started on the care unit; gives its id. */
export const tourAuthoring = async (visit: Visit): Promise<string> => {
  const { title, kind } = programme;
  const created = await visit('createMoment', {
    ...{ as: 'designer', request: `POST /units/${places.publisher}/moments`, status: 201 },
    body: { title, kind },
  });
  const momentId = String(created.body['momentId']);
  const path = `/moments/${momentId}` as const;
  await visit('saveDraft', {
    ...{ as: 'designer', request: `PUT ${path}/draft`, status: 200, etag: created.etag },
    body: { content: programme },
  });
  await tryOut(visit, path);
  const etag = await exportTested(visit, path);
  await visit('publishVersion', {
    ...{ as: 'publisher', request: `POST ${path}/versions`, status: 201, etag },
    body: { offeredTo: [region] },
  });
  await visit('activateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST /units/${places.care}/activations`, status: 201 },
    body: { momentId, momentVersion },
  });
  return momentId;
};
