import { people, units as places, region, staff } from '../../../infra/local/data/demo-data.ts';
import { answersOf, moduleIdOf, momentVersion, rating } from '../population/programme.ts';
import type { Visit } from './visit.ts';

const start = async (visit: Visit, momentId: string): Promise<string> => {
  const started = await visit('startInstance', {
    ...{ as: 'practitioner', request: `POST /units/${places.care}/instances`, status: 201 },
    body: { personnummer: people.resident, momentId, major: 1, practitioner: staff.practitioner },
  });
  return String(started.body['instanceId']);
};

const answer = async (visit: Visit, momentId: string, instanceId: string): Promise<void> => {
  const own = `/me/instances/${instanceId}` as const;
  const form = `${own}/forms/${rating.formId}` as const;
  const query = `momentId=${momentId}&momentVersion=${momentVersion}`;
  const asking = { as: 'resident' } as const;
  await visit('listMyInstances', { ...asking, request: 'GET /me/instances', status: 200 });
  await visit('openMyInstance', { ...asking, request: `GET ${own}`, status: 200 });
  await visit('openMyModule', {
    ...{ ...asking, request: `GET ${own}/modules/${moduleIdOf(rating)}?${query}`, status: 200 },
  });
  const opened = await visit('openMyForm', { ...asking, request: `GET ${form}?${query}`, status: 200 });
  const { formVersion } = opened.body;
  const body = { momentId, momentVersion, formVersion, answers: answersOf(1) };
  const { etag } = await visit('saveAnswers', {
    ...{ ...asking, request: `PUT ${form}/draft`, status: 200, etag: opened.etag, body },
  });
  await visit('submitForm', { ...asking, request: `POST ${form}/submissions`, status: 201, etag, body });
};

const follow = async (visit: Visit, momentId: string, instanceId: string): Promise<void> => {
  const path = `/instances/${instanceId}` as const;
  const reading = { as: 'practitioner', status: 200 } as const;
  await visit('openInstance', { ...reading, request: `GET ${path}` });
  await visit('openModule', {
    ...reading,
    request: `GET ${path}/modules/${moduleIdOf(rating)}?momentId=${momentId}&momentVersion=${momentVersion}`,
  });
  await visit('readForm', { ...reading, request: `GET ${path}/forms/${rating.formId}` });
  await visit('viewResults', { ...reading, request: `GET ${path}/results` });
  await visit('sendMessage', {
    ...{ as: 'practitioner', request: `POST ${path}/messages`, status: 201 },
    body: { text: 'Hej! Jag har läst dina svar. Vi hörs i nästa vecka.' },
  });
  await visit('readMyMessages', { as: 'resident', request: `GET /me${path}/messages`, status: 200 });
};

/** A moment is started on the approved resident, answered and followed, to the auditor who looks at it all. */
export const tourCare = async (visit: Visit, momentId: string): Promise<void> => {
  const instanceId = await start(visit, momentId);
  await answer(visit, momentId, instanceId);
  await follow(visit, momentId, instanceId);
  await visit('listAuditEntries', {
    ...{ as: 'auditor', request: `POST /providers/${region}/audit-entries/search`, status: 200 },
    body: {},
  });
};
