import type { Statistic } from '../../../shared/domain/statistics.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { otherProvider, provider, seedPeople, units } from '../../support/people.ts';
import { type Running, runningInstance, startedInstance } from '../../support/story.ts';
import { World } from '../../support/world.ts';

export const sleep = 'b1a7c5f0-0000-4000-8000-000000000001';
export const worry = 'b1a7c5f0-0000-4000-8000-000000000002';

/** Two instances started through the API on one unit; counts of earlier months on another, one of another provider’s. */
export const countedWorld = async (): Promise<{ world: World; running: Running }> => {
  const world = await World.create();
  await seedPeople(world);
  const has = (more: Partial<Statistic>) =>
    world.have(entities.statistic, {
      ...{ provider, unit: units.otherCare, month: '2026-05', momentId: sleep, title: 'Sömnskola 😴' },
      ...{ started: 3, ended: 1 },
      ...more,
    });
  for (const month of ['2025-06', '2025-07', '2025-08', '2026-05', '2026-06', '2026-07', '2026-08'])
    await has({ month });
  await has({ momentId: worry, title: '=HYPERLINK("http://evil.test";"å")', started: 7, ended: 7 });
  await has({ provider: otherProvider, unit: units.elsewhere });
  const running = await runningInstance(world);
  await startedInstance(world, running.momentId);
  return { world, running };
};
