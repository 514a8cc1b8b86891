import { randomUUID } from 'node:crypto';
import { triggers } from '../../../functions/triggers.ts';
import { loadHandler } from '../api/load-handler.ts';
import { lambdaContext } from '../event-source/stream-handler.ts';

/** Runs every scheduled function once, and again each time its period has passed until stopped. */
export const startSchedules = async (onError: (error: unknown) => void): Promise<{ stop(): void }> => {
  const timers: NodeJS.Timeout[] = [];
  for (const trigger of triggers) {
    if (!('everyMinutes' in trigger)) continue;
    const handler = await loadHandler(trigger.context, trigger.name);
    const run = () => handler({ source: 'aws.scheduler' }, lambdaContext(trigger.name, randomUUID()));
    await run();
    timers.push(setInterval(() => run().catch(onError), trigger.everyMinutes * 60_000));
  }
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
};
