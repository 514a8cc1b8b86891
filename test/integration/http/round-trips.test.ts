import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openModule } from '../../../functions/care/instances/open-module.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { createFormPages } from '../../../functions/care/pages/create-form-pages.ts';
import { createMyPage } from '../../../functions/care/pages/create-my-page.ts';
import { listFormPages } from '../../../functions/care/pages/list-form-pages.ts';
import { listMyPages } from '../../../functions/care/pages/list-my-pages.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { routes } from '../../../functions/routes.ts';
import { getHealth } from '../../../functions/system/get-health.ts';
import { getOpenApi } from '../../../functions/system/get-open-api.ts';
import { moodAnswers, moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { calendarSample } from '../../../shared/domain/form/form-samples.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { sequentialRoundTrips } from '../../support/recorded-client.ts';
import {
  haveForm,
  moodGiven,
  newMoment,
  publishedMoment,
  publishedWith,
  type Running,
  runningInstance,
  savedMoment,
  saving,
  startedInstance,
} from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';
import { beforeWriting } from '../organisation/outcome.ts';

let world: World;
let running: Running;
const trips = new Map<string, number>();

const send = async (useCase: UseCase, sent: Sent): Promise<void> => {
  const { status, body, calls } = await world.call(useCase, sent);
  if (status >= 300) throw new Error(`${useCase.contract.operationId}: ${status} ${JSON.stringify(body)}`);
  trips.set(useCase.contract.operationId, sequentialRoundTrips(calls));
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  const { instanceId, momentId } = running;
  const staff = await login('practitioner');
  const resident = await loginResident('approved');
  const params = { instanceId };
  const form = { instanceId, formId: 'phq-9' };
  const body = moodGiven(momentId, moodAnswers);
  const key = { 'Idempotency-Key': 'round-trips-1' };
  const start = {
    personnummer: residents.approved,
    momentId,
    major: 1,
    practitioner: hsaIdOf('practitioner'),
    confirmed: true,
  };
  await send(getHealth, {});
  await send(getOpenApi, {});
  await send(startInstance, { params: { unitId: units.care }, body: start, token: staff, headers: key });
  await send(listMyInstances, { token: resident });
  await send(openMyInstance, { params, token: resident });
  const query = { momentId, momentVersion: '1.0' };
  await send(openMyModule, { params: { instanceId, moduleId: 'start' }, query, token: resident });
  await send(openMyForm, { params: form, query, token: resident });
  await send(saveAnswers, saving({ params: form, body, token: resident, headers: { 'If-Match': '"0"' } }));
  await send(saveAnswers, saving({ params: form, body, token: resident, headers: { 'If-Match': '"1"' } }));
  await send(submitForm, { params: form, body, token: resident, headers: { 'If-Match': '"2"', ...key } });
  await send(openInstance, { params, token: staff });
  await send(openModule, { params: { instanceId, moduleId: 'start' }, query, token: staff });
  await send(readForm, { params: form, token: staff });
  await send(viewResults, { params, token: staff });
  await haveForm(world, momentId, calendarSample);
  const calendar = { instanceId, formId: calendarSample.formId };
  const days = [swedishDate(new Date().toISOString())];
  await send(createFormPages, { params: calendar, body: { ...query, days }, token: staff });
  await send(listFormPages, { params: calendar, token: staff });
  await send(createMyPage, { params: calendar, body: query, token: resident });
  await send(listMyPages, { params: calendar, token: resident });
  await send(sendMessage, { params, body: { text: 'Hej' }, token: staff, headers: key });
  await send(readMyMessages, { params, token: resident });
  await send(listAuditEntries, { params: { providerId: provider }, body: {}, token: await login('auditor') });
});

describe('at most two sequential round trips a request, audit included', () => {
  it.each([
    ['startInstance', 2],
    ['listMyInstances', 2],
    ['openMyInstance', 2],
    ['openMyModule', 2],
    ['openMyForm', 2],
    ['saveAnswers', 2],
    ['submitForm', 2],
    ['openInstance', 2],
    ['openModule', 2],
    ['readForm', 2],
    ['viewResults', 2],
    ['createFormPages', 2],
    ['listFormPages', 2],
    ['createMyPage', 2],
    ['listMyPages', 2],
    ['sendMessage', 2],
    // With what is marked as read.
    ['readMyMessages', 2],
    ['listAuditEntries', 2],
    ['getHealth', 1],
    ['getOpenApi', 0],
  ])('%s takes %i', (operationId, expected) => {
    expect(trips.get(operationId)).toBe(expected);
  });
});

describe('SEC-5 each function may do exactly what it needs', () => {
  it('grants a use case nothing that it never used', async () => {
    await everyListing();
    await removingSave();
    await illustratingSave();
    await withdrawingPublication();
    await answeringNextMinor();
    await meetingFirst();
    await readingOvertaken();
    const walked = new Set([...world.used].map((use) => use.split(' ')[0]));
    const contracts = routes
      .map(({ contract }) => contract)
      .filter(({ operationId }) => walked.has(operationId));
    const unused = contracts.flatMap(({ operationId, grants }) =>
      grants.flatMap(({ table, actions, indexes = [''] }) =>
        actions
          .filter(
            (action) =>
              !indexes.every((index) =>
                world.used.has([operationId, table, action, index].join(' ').trimEnd()),
              ),
          )
          .map((action) => `${operationId} ${action} ${table}`),
      ),
    );
    expect(unused).toEqual([]);
  });
});

/** Whatever of a moment the resident meets first leaves its mark. */
const meetingFirst = async () => {
  const { momentId } = running;
  const token = await loginResident('approved');
  const query = { momentId, momentVersion: '1.0' };
  const headers = { 'If-Match': '"0"' };
  const body = moodGiven(momentId, moodAnswers);
  const firsts: [UseCase, Record<string, string>, Sent][] = [
    [openMyModule, { moduleId: 'start' }, { query }],
    [openMyForm, { formId: 'phq-9' }, { query }],
    [readMyMessages, {}, {}],
    [saveAnswers, { formId: 'phq-9' }, saving({ body, headers })],
    [submitForm, { formId: 'phq-9' }, { body, headers }],
    [listMyPages, { formId: calendarSample.formId }, {}],
    [createMyPage, { formId: calendarSample.formId }, { body: query }],
  ];
  for (const [useCase, part, sent] of firsts) {
    const { instanceId } = await startedInstance(world, momentId);
    await send(useCase, { ...sent, params: { instanceId, ...part }, token });
  }
};

/** Where another screen of theirs has marked it meanwhile, what is shown is asked whether it has been withdrawn. */
const readingOvertaken = async () => {
  const { instanceId } = await startedInstance(world, running.momentId);
  const params = { instanceId };
  const token = await login('practitioner');
  await send(sendMessage, { params, body: { text: 'Ett' }, token });
  let isRead = false;
  const own = { params, token: await loginResident('approved') };
  const { status } = await world.call(
    readMyMessages,
    own,
    beforeWriting(async () => {
      if (isRead) return;
      isRead = true;
      await send(readMyMessages, own);
    }),
  );
  expect(status).toBe(200);
};

/** A file that comes into a draft is asked for. */
const illustratingSave = async () => {
  const { params, etag } = await newMoment(world);
  const { momentId } = params;
  const mediaId = '01936a0e-0000-7000-8000-0000000000a1';
  await world.have(entities.media, {
    ...{ momentId, mediaId, kind: 'image', contentType: 'image/png', fileName: 'Å.png', bytes: 1000 },
    ...{ sha256: `${'A'.repeat(43)}=`, state: 'available', addedBy: hsaIdOf('designer') },
    addedAt: '2026-11-23T10:00:00.000Z',
  });
  const step = { stepId: 's', title: 'Steg', blocks: [{ type: 'image', mediaId }] };
  const module = { moduleId: 'm', title: 'M', sections: [{ sectionId: 'a', title: 'A', steps: [step] }] };
  const body = { content: { ...moodProgramme, modules: [module], forms: [] } };
  await send(saveDraft, { params, body, token: await login('designer'), headers: { 'If-Match': etag } });
};

/** Answers in a later minor than the instance was started in ask whether the unit has come to it. */
const answeringNextMinor = async () => {
  const { instanceId, momentId } = await runningInstance(world);
  const momentVersion = await publishedWith(world, momentId, { ...moodProgramme, welcome: 'Välkommen!' });
  await send(activateMinor, {
    params: { unitId: units.care, momentId, major: '1' },
    body: { minor: 1 },
    token: await login('careProviderAdmin'),
    headers: { 'If-Match': '"1"' },
  });
  const sent = {
    params: { instanceId, formId: 'phq-9' },
    // Nothing is flagged by them, so that the head is only looked at.
    body: { ...moodGiven(momentId, { ...moodAnswers, 'phq-9': 'not-at-all' }), momentVersion },
    token: await loginResident('approved'),
  };
  await send(saveAnswers, saving({ ...sent, headers: { 'If-Match': '"0"' } }));
  await send(submitForm, { ...sent, headers: { 'If-Match': '"1"' } });
  await haveForm(world, momentId, calendarSample, momentVersion);
  const pages = { params: { instanceId, formId: calendarSample.formId }, body: { momentId, momentVersion } };
  await send(createMyPage, { ...pages, token: sent.token });
  const days = [swedishDate(world.now().toISOString())];
  const made = { ...pages, body: { ...pages.body, days }, token: await login('practitioner') };
  await send(createFormPages, made);
};

/** Published again for fewer. */
const withdrawingPublication = async () => {
  const momentId = await publishedMoment(world);
  await publishedWith(world, momentId, { ...moodProgramme, welcome: 'Hej!' }, []);
};

/** Parts that are taken out are deleted. */
const removingSave = async () => {
  const { params, etag } = await savedMoment(world);
  const removed = {
    moduleIds: moodProgramme.modules.map(({ moduleId }) => moduleId),
    formIds: moodProgramme.forms.map(({ formId }) => formId),
  };
  const body = { content: { ...moodProgramme, modules: [], forms: [] }, removed };
  await send(saveDraft, { params, body, token: await login('designer'), headers: { 'If-Match': etag } });
};

/** The log by each of its indexes. */
const everyListing = async () => {
  const token = await login('auditor');
  for (const filter of [
    { patient: residents.approved },
    { staff: hsaIdOf('auditor') },
    { unit: units.care },
    { activity: 'log-read' },
  ])
    await send(listAuditEntries, { params: { providerId: provider }, body: filter, token });
};
