import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { exampleScene, type SampleScene } from '../../../functions/sample-scene.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { hsaIdOf, login, otherProvider, provider, residents, units } from '../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  moodFormVersion,
  moodGiven,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import type { World } from '../../support/world.ts';

/** What there is to reach for: a resident with an instance, a submitted form and a message. */
export interface Scene {
  readonly world: World;
  readonly resident: string;
  readonly momentId: string;
  readonly instanceId: string;
  /** What requests name, where it is not the demo’s programme that runs. */
  readonly said?: Partial<SampleScene>;
}

export const formId = phq9.formId;

/** What differs from the scene in the request of one operation, once there is what it needs; `who` is the row of the matrix. */
export type Preparation = (scene: Scene, who: string) => Promise<Partial<SampleScene>> | Partial<SampleScene>;

/** Made once a scene, for what is only read: nobody changes it. */
export const once = (preparation: Preparation): Preparation => {
  const made = new WeakMap<Scene, ReturnType<Preparation>>();
  return (scene, who) => {
    const there = made.get(scene) ?? preparation(scene, who);
    made.set(scene, there);
    return there;
  };
};

/** What samples name where somebody is at work with the demo's programme. */
export const programmeScene: SampleScene = {
  ...exampleScene,
  providerId: provider,
  privateProviderId: otherProvider,
  unitId: units.care,
  practitioner: hsaIdOf('practitioner'),
  // Nobody whom the matrix knows as a proxy.
  proxy: residents.renumbered,
  until: new Date(Date.now() + 365 * 86_400_000).toISOString(),
  ...{ content: moodProgramme, form: phq9, formId, formVersion: moodFormVersion, answers: moodAnswers },
  ...{
    moduleId: 'start',
    sectionId: 'start-mood',
    stepId: 'start-why',
    stepIds: ['start-why', 'start-form'],
  },
  to: { moduleId: 'follow-up', sectionId: 'follow-up-mood' },
};

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
