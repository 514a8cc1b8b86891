import { daysAfter, swedishDate } from '../../../shared/domain/swedish-date.ts';
import { alarmingAnswers, calendar } from '../population/programme.ts';
import type { Visit } from './visit.ts';

interface Running {
  readonly momentId: string;
  readonly instanceId: string;
}

const answer = async (visit: Visit, running: Running): Promise<void> => {
  await visit('listMyInstances', 'resident');
  await visit('openMyInstance', 'resident', running);
  await visit('openMyModule', 'resident', running);
  const opened = await visit('openMyForm', 'resident', running);
  const { etag } = await visit('saveAnswers', 'resident', { ...running, etag: opened.etag });
  const alarming = await visit('submitForm', 'resident', { ...running, etag, answers: alarmingAnswers });
  await visit('submitForm', 'resident', { ...running, etag: alarming.etag });
  await visit('createMyPage', 'resident', { ...running, formId: calendar.formId });
  await visit('listMyPages', 'resident', { ...running, formId: calendar.formId });
};

const follow = async (visit: Visit, running: Running): Promise<void> => {
  const paged = { ...running, formId: calendar.formId };
  const days = [1, 2].map((ahead) => daysAfter(swedishDate(new Date().toISOString()), ahead));
  await visit('createFormPages', 'practitioner', { ...paged, days });
  await visit('listFormPages', 'practitioner', paged);
  for (const operationId of ['openInstance', 'openModule', 'readForm', 'viewResults', 'sendMessage'])
    await visit(operationId, 'practitioner', running);
  await visit('viewContacts', 'practitioner', running);
  await visit('viewMyContacts', 'resident', running);
  await visit('planContent', 'practitioner', { ...running, etag: '"0"' });
  await visit('readMyMessages', 'resident', running);
  await visit('sendMyMessage', 'resident', running);
  await visit('readMessages', 'practitioner', running);
  const { body } = await visit('sendMessage', 'practitioner', running);
  await visit('withdrawMessage', 'practitioner', { ...running, messageId: String(body['messageId']) });
  await visit('writeComment', 'practitioner', running);
  await visit('readComments', 'practitioner', running);
  await visit('readTimeline', 'practitioner', running);
};

const share = async (visit: Visit, running: Running): Promise<void> => {
  await visit('openWithReason', 'protectedPractitioner', running);
  for (const operationId of ['addParticipant', 'listParticipants', 'removeParticipant'])
    await visit(operationId, 'practitioner', running);
};

const list = async (visit: Visit, running: Running): Promise<void> => {
  await visit('setUnitCategories', 'residentAdmin', { etag: '"0"' });
  await visit('listUnitCategories', 'practitioner');
  await visit('categoriseInstance', 'practitioner', running);
  await visit('listPractitionerInstances', 'practitioner');
  await visit('listParticipations', 'practitioner');
  for (const operationId of ['listUnitInstances', 'findResidentInstances', 'listUnitPractitioners'])
    await visit(operationId, 'residentAdmin');
};

/** What was raised by the alarming answers is seen, cleared, and cleared once more after second thoughts. */
const handleFlags = async (visit: Visit, running: Running): Promise<void> => {
  const { body } = await visit('listFlags', 'practitioner', running);
  const [flag] = body['flags'] as { readonly flagId: string; readonly resultId: string }[];
  const raised = { ...running, flagId: flag?.flagId, resultId: flag?.resultId };
  await visit('acknowledgeFlag', 'practitioner', raised);
  const cleared = await visit('clearFlag', 'practitioner', raised);
  await visit('listClearedFlags', 'practitioner', running);
  await visit('reopenFlag', 'practitioner', { ...running, clearingId: String(cleared.body['clearingId']) });
};

/** A moment is started on the approved resident, answered and followed, to the auditor who looks at it all. */
export const tourCare = async (visit: Visit, momentId: string): Promise<void> => {
  const mistaken = await visit('startInstance', 'practitioner', { momentId });
  await visit('undoStart', 'practitioner', { instanceId: String(mistaken.body['instanceId']) });
  const { body } = await visit('startInstance', 'practitioner', { momentId });
  const running = { momentId, instanceId: String(body['instanceId']) };
  await answer(visit, running);
  await follow(visit, running);
  await handleFlags(visit, running);
  await share(visit, running);
  await list(visit, running);
  await visit('enterMaintenance', 'practitioner', running);
  await visit('endInstance', 'practitioner', running);
  await visit('listAuditEntries', 'auditor');
};
