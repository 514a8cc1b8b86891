import { people, region } from '../../infra/local/data/demo-data.ts';
import { units as places, practitioner } from '../../infra/local/demo/places.ts';
import type { PersonaName } from '../../infra/local/identity/personas.ts';
import type { Answer, Ask } from './http-client.ts';
import { loginAs } from './logins.ts';
import type { Observation } from './observation.ts';
import { answersOf, momentVersion, programme, rating } from './programme.ts';
import type { RecordingApi } from './recording-api.ts';

interface Stop {
  readonly as: PersonaName;
  readonly request: `${Ask['method']} /${string}`;
  readonly status: Ask['status'];
  readonly etag?: string | undefined;
  readonly body?: unknown;
}

type Visit = (operationId: string, stop: Stop) => Promise<Answer>;

const versionIn = (etag: string): number => Number(etag.replaceAll('"', ''));

const author = async (visit: Visit): Promise<string> => {
  const { title, kind } = programme;
  const created = await visit('createMoment', {
    ...{ as: 'designer', request: `POST /units/${places.publisher}/moments`, status: 201 },
    body: { title, kind },
  });
  const momentId = String(created.body['momentId']);
  const path = `/moments/${momentId}` as const;
  const saved = await visit('saveDraft', {
    ...{ as: 'designer', request: `PUT ${path}/draft`, status: 200, etag: created.etag },
    body: { content: programme },
  });
  let { etag } = saved;
  for (const as of ['designer', 'practitioner'] as const)
    ({ etag } = await visit('recordVerdict', {
      ...{ as, request: `POST ${path}/verdicts`, status: 201, etag },
      body: { as, approved: true },
    }));
  const exporting = { as: 'designer', request: `POST ${path}/exports`, status: 201, etag } as const;
  const exported = await visit('exportToPublisher', exporting);
  await visit('publishVersion', {
    ...{ as: 'publisher', request: `POST ${path}/versions`, status: 201, etag: exported.etag },
    body: { allowedProviders: [region] },
  });
  return momentId;
};

const start = async (visit: Visit, momentId: string): Promise<string> => {
  await visit('activateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST /units/${places.care}/activations`, status: 201 },
    body: { momentId, momentVersion },
  });
  await visit('approveResident', {
    ...{ as: 'residentAdmin', request: `POST /units/${places.care}/approvals`, status: 201 },
    body: { personnummer: people.resident, scope: 'support-and-treatment' },
  });
  const started = await visit('startInstance', {
    ...{ as: 'practitioner', request: `POST /units/${places.care}/instances`, status: 201 },
    body: { personnummer: people.resident, momentId, major: 1, practitioner },
  });
  return String(started.body['instanceId']);
};

const answer = async (visit: Visit, momentId: string, instanceId: string): Promise<void> => {
  const own = `/me/instances/${instanceId}` as const;
  const form = `${own}/forms/${rating.formId}` as const;
  const body = { momentId, momentVersion, answers: answersOf(1) };
  await visit('listMyInstances', { as: 'resident', request: 'GET /me/instances', status: 200 });
  await visit('openMyInstance', { as: 'resident', request: `GET ${own}`, status: 200 });
  const saving = { as: 'resident', request: `PUT ${form}/draft`, status: 200, etag: '"0"', body } as const;
  const { etag } = await visit('saveAnswers', saving);
  const submitting = {
    as: 'resident',
    request: `POST ${form}/submissions`,
    status: 201,
    etag,
    body,
  } as const;
  await visit('submitForm', submitting);
};

const follow = async (visit: Visit, instanceId: string): Promise<void> => {
  const path = `/instances/${instanceId}` as const;
  const reading = { as: 'practitioner', status: 200 } as const;
  await visit('openInstance', { ...reading, request: `GET ${path}` });
  await visit('readForm', { ...reading, request: `GET ${path}/forms/${rating.formId}` });
  await visit('viewResults', { ...reading, request: `GET ${path}/results` });
  await visit('sendMessage', {
    ...{ as: 'practitioner', request: `POST ${path}/messages`, status: 201 },
    body: { text: 'Hej! Jag har läst dina svar. Vi hörs i nästa vecka.' },
  });
  await visit('readMyMessages', { as: 'resident', request: `GET /me${path}/messages`, status: 200 });
  await visit('listAuditEntries', {
    ...{ as: 'auditor', request: `POST /providers/${region}/audit-entries/search`, status: 200 },
    body: {},
  });
};

/** Goes once through every use case that touches data, from an empty draft to the auditor, and tells what each took. */
export const takeTour = async ({ observe }: RecordingApi): Promise<Record<string, Observation>> => {
  const seen: Record<string, Observation> = {};
  const visit: Visit = async (operationId, { as, request, status, etag, body }) => {
    const [method, path = '/'] = request.split(' ') as [Ask['method'], string];
    const ifMatch = etag === undefined ? {} : { ifMatch: versionIn(etag) };
    const observed = await observe({ method, path, token: await loginAs(as), body, status, ...ifMatch });
    seen[operationId] = observed;
    return observed.answer;
  };
  const momentId = await author(visit);
  const instanceId = await start(visit, momentId);
  await answer(visit, momentId, instanceId);
  await follow(visit, instanceId);
  return seen;
};
