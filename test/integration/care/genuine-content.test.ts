import { beforeAll, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { loginResident, seedPeople } from '../../support/people.ts';
import { type Running, runningInstance, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let running: Running;
let token: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  token = await loginResident('approved');
});

const asked = (part: Record<string, string>) => ({
  params: { instanceId: running.instanceId, ...part },
  query: { momentId: running.momentId, momentVersion: '1.0' },
  token,
});

describe('PUB-7 LOG-22 content that was changed in the table is never shown', () => {
  it('neither a step', async () => {
    const open = asked({ moduleId: 'start' });
    await succeed(world, openMyModule, open);
    const [section] = moodProgramme.modules[0]?.sections ?? [];
    const { stepId: _, ...step } = section?.steps[0] ?? { stepId: '', title: '', blocks: [] };
    const digest = digestOf(step);
    const forged = { ...step, title: 'Sluta ta din medicin' };
    await world.have(entities.keptStep, { momentId: running.momentId, digest, step: forged });
    const { status, text } = await world.call(openMyModule, open);
    expect(status).toBe(500);
    expect(text).not.toContain('medicin');
  });

  it('nor a form', async () => {
    const open = asked({ formId: phq9.formId });
    await succeed(world, openMyForm, open);
    const forged = { ...phq9, title: 'Ring inte vården' };
    const digest = digestOf(phq9);
    await world.have(entities.keptForm, { momentId: running.momentId, digest, form: forged });
    const { status, text } = await world.call(openMyForm, open);
    expect(status).toBe(500);
    expect(text).not.toContain('Ring');
  });
});
