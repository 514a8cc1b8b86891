import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { login } from '../../support/people.ts';
import { activeMoment, approvedResident, moodGiven, startedInstance, succeed } from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import type { World } from '../../support/world.ts';

/** What there is to reach for: a resident with an instance, a submitted form and a message. */
export interface Scene {
  readonly world: World;
  readonly resident: string;
  readonly momentId: string;
  readonly instanceId: string;
}

export const formId = 'phq-9';

export const setScene = async (world: World, resident: string): Promise<Scene> => {
  const momentId = await activeMoment(world);
  await approvedResident(world, resident);
  const { instanceId } = await startedInstance(world, momentId, resident);
  await succeed(world, submitForm, {
    params: { instanceId, formId },
    body: moodGiven(momentId, moodAnswers),
    token: await residentToken(resident),
    headers: { 'If-Match': '"0"' },
  });
  await succeed(world, sendMessage, {
    params: { instanceId },
    body: { text: 'Hej' },
    token: await login('practitioner'),
  });
  return { world, resident, momentId, instanceId };
};
