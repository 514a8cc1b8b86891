import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { writeComment } from '../../../functions/care/comments/write-comment.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { found } from '../../../shared/domain/found.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { hsaIdOf, login, provider, registered, residents, shownAt, units } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  newMoment,
  publishedWith,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import type { World } from '../../support/world.ts';
import { planted, plantedAnswers, plantedForm, plantedProgramme } from './planted.ts';
import { formId, programmeScene, type Scene } from './scene.ts';

const at = '2026-01-01T00:00:00.000Z';
const by = hsaIdOf('publisher');

/** What those who made the moment said of it. */
const plantInMoment = async (world: World, momentId: string): Promise<void> => {
  const { value, version } = found(await world.runtime.stores.moments.moment(momentId));
  const said = { approved: true, by, at, comment: planted.verdict };
  const review = { comments: [{ text: planted.review }], by, at };
  const verdicts = { designer: said, practitioner: said };
  await world.have(entities.moment, { ...value, verdicts, review }, version);
};

/** What staff wrote beside the moment: why there is a mandate, and news for the units. */
const plantAtUnit = async (world: World, resident: string): Promise<void> => {
  const parties = { resident: world.personOf(resident), proxy: world.personOf(residents.proxy) };
  await world.have(entities.mandate, {
    ...{ mandateId: crypto.randomUUID(), ...parties, purposes: ['view'], state: 'accepted' },
    ...{ validFrom: at, validTo: programmeScene.until, answerBy: programmeScene.until },
    registered: { unit: units.care, by: hsaIdOf('residentAdmin'), reason: planted.reason },
  });
  await world.have(entities.informationMessage, {
    ...{ provider, messageId: crypto.randomUUID(), text: planted.toUnits, visibleFrom: at, postedBy: by },
    state: 'posted',
  });
};

/** What staff called them, and why a moment of theirs has ended or was never to be. */
const plantBesideIt = async (world: World, instanceId: string): Promise<void> => {
  const { value } = found(await world.runtime.stores.instances.instance(instanceId));
  const { unit, resident } = value;
  const residentId = shownAt(world, unit, resident.personnummer);
  const approval = found(await world.runtime.stores.people.approval(unit, residentId));
  await world.have(entities.approval, { ...approval.value, label: planted.label }, approval.version);
  const ended = { by: hsaIdOf('practitioner'), at, note: planted.ending };
  for (const reason of ['completed', 'wrong-person'] as const)
    await world.have(entities.instance, {
      ...{ ...value, instanceId: crypto.randomUUID(), state: 'ended' },
      ending: { ...ended, reason, readableUntil: '2999-01-01' },
    });
};

const runningFor = async (world: World, momentId: string, resident: string, more?: string) => {
  await approvedResident(world, resident);
  const { instanceId } = await startedInstance(world, momentId, resident);
  await succeed(world, submitForm, {
    params: { instanceId, formId },
    body: {
      ...{ momentId, momentVersion: '1.0', formVersion: digestOf(plantedForm) },
      changes: { ...plantedAnswers, ...(more === undefined ? {} : { more }) },
    },
    token: await residentToken(resident),
    headers: { 'If-Match': '"0"' },
  });
  return instanceId;
};

/** A moment with keys of its own runs for two residents on one unit, and staff have written wherever they can. */
export const plantedScene = async (world: World, resident: string, other: string): Promise<Scene> => {
  world.registers.persons.set(other, registered(other, { name: planted.otherName }));
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, plantedProgramme, [provider]);
  await activatedOn(world, momentId);
  await plantInMoment(world, momentId);
  await plantAtUnit(world, resident);
  const params = { instanceId: await runningFor(world, momentId, other, planted.otherAnswer) };
  const token = await login('practitioner');
  await succeed(world, sendMessage, { params, body: { text: planted.otherMessage }, token });
  const instanceId = await runningFor(world, momentId, resident);
  await succeed(world, writeComment, { params: { instanceId }, body: { text: planted.comment }, token });
  await plantBesideIt(world, instanceId);
  const said = { formVersion: digestOf(plantedForm), form: plantedForm, answers: plantedAnswers };
  return { world, resident, momentId, instanceId, said };
};
