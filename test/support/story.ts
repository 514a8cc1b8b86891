import { createMoment } from '../../functions/authoring/create-moment.ts';
import { exportToPublisher } from '../../functions/authoring/export-to-publisher.ts';
import { recordVerdict } from '../../functions/authoring/record-verdict.ts';
import { saveDraft } from '../../functions/authoring/save-draft.ts';
import { startInstance } from '../../functions/care/start-instance.ts';
import { activateMoment } from '../../functions/catalogue/activate-moment.ts';
import { publishVersion } from '../../functions/catalogue/publish-version.ts';
import { approveResident } from '../../functions/people/approve-resident.ts';
import { moodProgramme, phq9 } from '../../infra/local/demo/content.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import { digestOf } from '../../shared/persistence/content-digest.ts';
import { hsaIdOf, login, provider, residents, units } from './people.ts';
import type { Received, Sent, World } from './world.ts';

/** Calls and insists on success, so that a broken step is named where it broke. */
export const succeed = async (world: World, useCase: UseCase, sent: Sent): Promise<Received> => {
  const received = await world.call(useCase, sent);
  if (received.status >= 300)
    throw new Error(
      `${useCase.contract.operationId}: ${received.status} ${JSON.stringify(received.body)} ${JSON.stringify(world.logLines.at(-1))}`,
    );
  return received;
};

/** PHQ-9 as it is kept. */
export const moodFormVersion = digestOf(phq9);

/** Answers to it, as they are saved and submitted in the first version. */
export const moodGiven = (momentId: string, answers: object) => ({
  momentId,
  momentVersion: '1.0',
  formVersion: moodFormVersion,
  answers,
});

export const newMoment = async (world: World, unitId = units.publisher) => {
  const { body, headers } = await succeed(world, createMoment, {
    params: { unitId },
    body: { title: 'Nytt', kind: 'treatment' },
    token: await login('designer'),
  });
  return { params: { momentId: body['momentId'] as string }, etag: headers['etag'] ?? '' };
};

export const savedMoment = async (
  world: World,
  unitId = units.publisher,
  content: object = moodProgramme,
) => {
  const { params, etag } = await newMoment(world, unitId);
  const token = await login('designer');
  const saved = await succeed(world, saveDraft, {
    params,
    body: { content },
    token,
    headers: { 'If-Match': etag },
  });
  return { params, etag: saved.headers['etag'] ?? '' };
};

const approvedBy = async (
  world: World,
  as: 'designer' | 'practitioner',
  moment: Awaited<ReturnType<typeof newMoment>>,
) => {
  const { headers } = await succeed(world, recordVerdict, {
    params: moment.params,
    body: { as, approved: true },
    token: await login(as),
    headers: { 'If-Match': moment.etag },
  });
  return { ...moment, etag: headers['etag'] ?? '' };
};

export const testedMoment = async (world: World, unitId?: string) =>
  approvedBy(world, 'practitioner', await approvedBy(world, 'designer', await savedMoment(world, unitId)));

export const exportedMoment = async (world: World) => {
  const moment = await testedMoment(world);
  const { headers } = await succeed(world, exportToPublisher, {
    params: moment.params,
    token: await login('designer'),
    headers: { 'If-Match': moment.etag },
  });
  return { ...moment, etag: headers['etag'] ?? '' };
};

export const publishedMoment = async (world: World, allowedProviders = [provider]): Promise<string> => {
  const { params, etag } = await exportedMoment(world);
  const token = await login('publisher');
  await succeed(world, publishVersion, {
    params,
    body: { offeredTo: allowedProviders },
    token,
    headers: { 'If-Match': etag },
  });
  return params.momentId;
};

export const activeMoment = async (world: World): Promise<string> => {
  const momentId = await publishedMoment(world);
  const token = await login('careProviderAdmin');
  await succeed(world, activateMoment, {
    params: { unitId: units.care },
    body: { momentId, momentVersion: '1.0' },
    token,
  });
  return momentId;
};

export const approvedResident = async (world: World, personnummer = residents.approved): Promise<void> => {
  const body = { personnummer, scope: 'support-and-treatment' };
  await succeed(world, approveResident, {
    params: { unitId: units.care },
    body,
    token: await login('residentAdmin'),
  });
};

export interface Running {
  readonly momentId: string;
  readonly instanceId: string;
}

/** The whole way from an empty draft to a moment running for an approved resident. */
export const runningInstance = async (world: World): Promise<Running> => {
  const momentId = await activeMoment(world);
  await approvedResident(world);
  return startedInstance(world, momentId);
};

export const startedInstance = async (
  world: World,
  momentId: string,
  personnummer = residents.approved,
): Promise<Running> => {
  const { body } = await succeed(world, startInstance, {
    params: { unitId: units.care },
    body: { personnummer, momentId, major: 1, practitioner: hsaIdOf('practitioner') },
    token: await login('practitioner'),
  });
  return { momentId, instanceId: body['instanceId'] as string };
};
