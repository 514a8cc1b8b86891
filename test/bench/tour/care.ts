import { daysAfter, swedishDate } from '../../../shared/domain/swedish-date.ts';
import { calendar } from '../population/programme.ts';
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
  await visit('submitForm', 'resident', { ...running, etag });
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

/** A moment is started on the approved resident, answered and followed, to the auditor who looks at it all. */
export const tourCare = async (visit: Visit, momentId: string): Promise<void> => {
  const mistaken = await visit('startInstance', 'practitioner', { momentId });
  await visit('undoStart', 'practitioner', { instanceId: String(mistaken.body['instanceId']) });
  const { body } = await visit('startInstance', 'practitioner', { momentId });
  const running = { momentId, instanceId: String(body['instanceId']) };
  await answer(visit, running);
  await follow(visit, running);
  await share(visit, running);
  await list(visit, running);
  await visit('enterMaintenance', 'practitioner', running);
  await visit('endInstance', 'practitioner', running);
  await visit('listAuditEntries', 'auditor');
};
