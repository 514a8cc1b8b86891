import type { ScheduledHandler } from 'aws-lambda';
import { readEnvironment, urgentFlagEnvironment } from '../../shared/config/environment.ts';
import { createLog, type Log } from '../../shared/observability/log.ts';
import { openClient } from '../../shared/persistence/engine/database.ts';
import { oldestUnseen } from '../../shared/persistence/instances/unseen-repository.ts';

interface Ports {
  readonly log: Pick<Log, 'info'>;
  now(): Date;
  oldest(): Promise<string | undefined>;
}

const minute = 60_000;

/** Says in the log how many whole minutes the urgent flag has waited that has waited longest unseen: 0 where none waits (CARE-9). */
export const createMeasureUrgentFlags =
  (portsOf: () => Ports): (() => Promise<void>) =>
  async () => {
    const { log, now, oldest } = portsOf();
    const since = await oldest();
    const minutes = since === undefined ? 0 : Math.floor((now().getTime() - Date.parse(since)) / minute);
    log.info('urgent-flags-measured', { minutes: Math.max(0, minutes) });
  };

export const handler: ScheduledHandler = createMeasureUrgentFlags(() => {
  const { TABLE_INSTANCES } = readEnvironment(urgentFlagEnvironment, process.env);
  return {
    log: createLog('measure-urgent-flags'),
    now: () => new Date(),
    oldest: () => oldestUnseen({ client: openClient(), tables: { instances: TABLE_INSTANCES } }),
  };
});
