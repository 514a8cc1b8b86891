import { keptForm } from '../../functions/authoring/content-changes.ts';
import { createMoment } from '../../functions/authoring/moments/create-moment.ts';
import { exportToPublisher } from '../../functions/authoring/moments/export-to-publisher.ts';
import { saveDraft } from '../../functions/authoring/moments/save-draft.ts';
import { recordVerdict } from '../../functions/authoring/tests/record-verdict.ts';
import { startTest } from '../../functions/authoring/tests/start-test.ts';
import { startInstance } from '../../functions/care/instances/start-instance.ts';
import { activateMoment } from '../../functions/catalogue/activations/activate-moment.ts';
import { publishVersion } from '../../functions/catalogue/publishing/publish-version.ts';
import { approveResident } from '../../functions/people/approve-resident.ts';
import { moodProgramme, phq9 } from '../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../shared/domain/content/content-digest.ts';
import { form } from '../../shared/domain/form/form.ts';
import { found } from '../../shared/domain/found.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { again, type Edited } from './moment-again.ts';
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

/** Answers to it, as they are submitted in the first version. */
export const moodGiven = (momentId: string, changes: object) => ({
  momentId,
  momentVersion: '1.0',
  formVersion: moodFormVersion,
  changes,
});

/** What is submitted with an `If-Match`, as it is saved instead from a screen that has seen as much: a new one, where none is named. */
export const saving = <S extends Sent>(sent: S, session: string = crypto.randomUUID()): S => ({
  ...sent,
  body: { ...(sent.body as object), session, base: Number(JSON.parse(sent.headers?.['If-Match'] ?? '0')) },
});

export const newMoment = async (world: World, unitId = units.publisher): Promise<Edited> => {
  const { body, headers } = await succeed(world, createMoment, {
    params: { unitId },
    body: { title: 'Nytt', kind: 'treatment' },
    token: await login('designer'),
  });
  return { params: { momentId: body['momentId'] as string }, etag: headers['etag'] ?? '' };
};

const saved = async (world: World, { params, etag }: Edited, content: object): Promise<Edited> => {
  const { headers } = await succeed(world, saveDraft, {
    params,
    body: { content },
    token: await login('designer'),
    headers: { 'If-Match': etag },
  });
  return { params, etag: headers['etag'] ?? '' };
};

export const savedMoment = async (
  world: World,
  unitId = units.publisher,
  content: object = moodProgramme,
): Promise<Edited> =>
  again(world, JSON.stringify(['saved', unitId, content]), async () =>
    saved(world, await newMoment(world, unitId), content),
  );

type Tester = 'designer' | 'practitioner';

export const startedTest = async (world: World, as: Tester, momentId: string): Promise<string> => {
  const { body } = await succeed(world, startTest, { params: { momentId }, token: await login(as) });
  return body['testId'] as string;
};

export const approvedBy = async (world: World, as: Tester, { params, etag }: Edited): Promise<Edited> => {
  const testId = await startedTest(world, as, params.momentId);
  const { headers } = await succeed(world, recordVerdict, {
    params,
    body: { as, testId, approved: true },
    token: await login(as),
    headers: { 'If-Match': etag },
  });
  return { params, etag: headers['etag'] ?? '' };
};

const tested = async (world: World, moment: Edited): Promise<Edited> =>
  approvedBy(world, 'practitioner', await approvedBy(world, 'designer', moment));

export const testedMoment = async (world: World, unitId?: string): Promise<Edited> =>
  again(world, `tested ${unitId}`, async () => tested(world, await savedMoment(world, unitId)));

const exported = async (world: World, { params, etag }: Edited): Promise<Edited> => {
  const { headers } = await succeed(world, exportToPublisher, {
    params,
    token: await login('designer'),
    headers: { 'If-Match': etag },
  });
  return { params, etag: headers['etag'] ?? '' };
};

export const exportedMoment = async (world: World): Promise<Edited> =>
  again(world, 'exported', async () => exported(world, await testedMoment(world)));

const published = async (world: World, { params, etag }: Edited, body: object): Promise<string> => {
  const answer = await succeed(world, publishVersion, {
    ...{ params, body },
    token: await login('publisher'),
    headers: { 'If-Match': etag },
  });
  return answer.body['momentVersion'] as string;
};

export const publishedMoment = async (world: World, allowedProviders = [provider]): Promise<string> => {
  const { params } = await again(world, `published ${allowedProviders}`, async () => {
    const moment = await exportedMoment(world);
    await published(world, moment, { offeredTo: allowedProviders });
    return moment;
  });
  return params.momentId;
};

/** The moment, published before or not, with this content all the way to the publisher. */
export const exportedWith = async (world: World, momentId: string, content: object): Promise<Edited> => {
  const head = await world.runtime.stores.moments.moment(momentId);
  const before = { params: { momentId }, etag: `"${head?.version}"` };
  return exported(world, await tested(world, await saved(world, before, content)));
};

/** The draft just as it lies there, all the way to the catalogue. */
export const publishedAsItIs = async (
  world: World,
  momentId: string,
  offeredTo: readonly string[],
): Promise<string> => {
  const head = await world.runtime.stores.moments.moment(momentId);
  const before = { params: { momentId }, etag: `"${head?.version}"` };
  return published(world, await exported(world, await tested(world, before)), { offeredTo });
};

/** The same and on to the catalogue; gives the version it became. */
export const publishedWith = async (
  world: World,
  momentId: string,
  content: object,
  offeredTo?: readonly string[],
): Promise<string> => published(world, await exportedWith(world, momentId, content), { offeredTo });

export const activatedOn = async (world: World, momentId: string, momentVersion = '1.0'): Promise<void> => {
  await succeed(world, activateMoment, {
    params: { unitId: units.care },
    body: { momentId, momentVersion },
    token: await login('careProviderAdmin'),
  });
};

export const activeMoment = async (world: World): Promise<string> => {
  const { params } = await again(world, 'active', async () => {
    const momentId = await publishedMoment(world);
    await activatedOn(world, momentId);
    // Nobody asks for the ETag of a head that goes no further.
    return { params: { momentId }, etag: '' };
  });
  return params.momentId;
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
    // Tests start the same moment on the same resident again and again.
    body: { ...{ personnummer, momentId, major: 1, practitioner: hsaIdOf('practitioner') }, confirmed: true },
    token: await login('practitioner'),
  });
  return { momentId, instanceId: body['instanceId'] as string };
};

/** A form more in a version that is published already: for what needs one, and nothing of the way there. */
export const haveForm = async (
  world: World,
  momentId: string,
  sample: object,
  momentVersion = '1.0',
): Promise<string> => {
  const kept = form.parse(sample);
  const { ref } = keptForm(momentId, kept);
  await world.have(entities.keptForm, { momentId, digest: ref.digest, form: kept });
  const { value } = found(await world.runtime.stores.moments.version(momentId, momentVersion));
  const others = value.forms.filter(({ formId }) => formId !== ref.formId);
  await world.have(entities.publishedVersion, { ...value, forms: [...others, ref] });
  return ref.digest;
};
