import { beforeAll, describe, expect, it } from 'vitest';
import { draftFromVersion } from '../../../../functions/authoring/moments/draft-from-version.ts';
import { openMyForm } from '../../../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { enterMaintenance } from '../../../../functions/care/instances/enter-maintenance.ts';
import { openInstance } from '../../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../../functions/care/instances/open-my-module.ts';
import { sendMessage } from '../../../../functions/care/messages/send-message.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import type { Content } from '../../../../shared/domain/moment/content.ts';
import type { UseCase } from '../../../../shared/http/use-case.ts';
import { login, loginResident, provider, seedPeople } from '../../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  moodGiven,
  newMoment,
  publishedWith,
  type Running,
  saving,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { type Sent, World } from '../../../support/world.ts';
import { beforeWriting, outcomeOf } from '../../organisation/outcome.ts';

let world: World;
let staff: string;
let own: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  staff = await login('practitioner');
  own = await loginResident('approved');
});

const runningWith = async (maintenance: Content['maintenance']): Promise<Running> => {
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, { ...moodProgramme, ...(maintenance ? { maintenance } : {}) }, [
    provider,
  ]);
  await activatedOn(world, momentId);
  return startedInstance(world, momentId);
};
const maintain = ({ instanceId }: Running) =>
  succeed(world, enterMaintenance, { params: { instanceId }, token: staff });

const writing = (
  { momentId, instanceId }: Running,
  version = 0,
): Record<'save' | 'submit' | 'send', readonly [UseCase, Sent]> => {
  const form = {
    params: { instanceId, formId: phq9.formId },
    body: moodGiven(momentId, moodAnswers),
    token: own,
  };
  return {
    save: [saveAnswers, saving({ ...form, headers: { 'If-Match': `"${version}"` } })],
    submit: [submitForm, { ...form, headers: { 'If-Match': `"${version}"` } }],
    send: [sendMessage, { params: { instanceId }, body: { text: 'Hej' }, token: staff }],
  };
};
const outcomes = async (running: Running): Promise<string[]> => {
  const came = [await outcomeOf(world, ...writing(running).save)];
  const kept = await world.runtime.stores.instances.form(running.instanceId, phq9.formId);
  const { submit, send } = writing(running, kept?.version);
  return [...came, await outcomeOf(world, ...submit), await outcomeOf(world, ...send)];
};

const closed = '409 closed-in-maintenance';

describe('CARE-2 in maintenance', () => {
  it('neither forms nor messages are open, where the designer has said nothing', async () => {
    const running = await runningWith(undefined);
    await maintain(running);
    expect(await outcomes(running)).toEqual([closed, closed, closed]);
  });

  it.each<[string, Content['maintenance'], string[]]>([
    ['forms', { messages: false, formIds: [phq9.formId] }, ['200', '201', closed]],
    ['messages', { messages: true, formIds: [] }, [closed, closed, '201']],
  ])('those %s are open that the designer left so, and nothing else', async (_, maintenance, came) => {
    const running = await runningWith(maintenance);
    await maintain(running);
    expect(await outcomes(running)).toEqual(came);
  });

  it('the resident keeps the content, and both sides are told what is open', async () => {
    const maintenance = { messages: true, formIds: [phq9.formId] };
    const running = await runningWith(maintenance);
    await maintain(running);
    const { instanceId, momentId } = running;
    const query = { momentId, momentVersion: '1.0' };
    const mine = await succeed(world, openMyInstance, { params: { instanceId }, token: own });
    const theirs = await succeed(world, openInstance, { params: { instanceId }, token: staff });
    for (const { body } of [mine, theirs]) expect(body).toMatchObject({ state: 'maintenance', maintenance });
    await succeed(world, openMyModule, { params: { instanceId, moduleId: 'start' }, query, token: own });
    await succeed(world, openMyForm, { params: { instanceId, formId: phq9.formId }, query, token: own });
  });

  it.each(['save', 'send'] as const)(
    'is entered between reading and writing: what it closes is refused by the write itself (%s)',
    async (what) => {
      const running = await runningWith(undefined);
      let isEntered = false;
      const late = beforeWriting(async () => {
        if (isEntered) return;
        isEntered = true;
        await maintain(running);
      });
      expect(await outcomeOf(world, ...writing(running)[what], late)).toBe('409 illegal-state');
    },
  );

  it('is what the version says that it runs in, also where a draft is opened from that version again', async () => {
    const maintenance = { messages: true, formIds: [phq9.formId] };
    const { momentId } = await runningWith(maintenance);
    const { moment, draft } = world.runtime.stores.moments;
    const head = await moment(momentId);
    await succeed(world, draftFromVersion, {
      ...{
        params: { momentId },
        body: { momentVersion: '1.0', discard: true },
        token: await login('designer'),
      },
      headers: { 'If-Match': `"${head?.version}"` },
    });
    expect((await draft(momentId))?.outline.value.outline.maintenance).toEqual(maintenance);
  });
});
