import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { logMetric } from '../functions/log-metric.ts';
import type { ScheduleStack } from '../functions/schedule-stack.ts';
import type { AlarmSpec } from './alarm.ts';

/** The identity providers' public keys: older than 24 hours they are not trusted, and nobody gets in. */
export const keySetAlarms = (scope: Construct, { refresher: { logGroup } }: ScheduleStack): AlarmSpec[] => {
  const hourly = logMetric(scope, logGroup, 'keys-refreshed', Duration.hours(1));
  return [
    {
      name: 'KeysRefreshFailed',
      metric: logMetric(scope, logGroup, 'keys-refresh-failed', Duration.minutes(15)),
      threshold: 1,
      periods: 3,
      means: 'Nobody notices anything yet, but the public keys of an identity provider cannot be fetched.',
      first:
        'Read the error’s name in the log of refreshKeySets, and ask the identity provider whether its address has changed.',
    },
    {
      name: 'KeysNotRefreshed',
      metric: hourly,
      threshold: 1,
      below: true,
      periods: 3,
      means:
        'Nobody notices anything yet, but for three hours no run has fetched all keys; after a day nobody can log in.',
      first:
        'See whether the rule of refreshKeySets is enabled and the function runs at all, then read its log.',
    },
    {
      name: 'KeysAboutToExpire',
      metric: hourly,
      threshold: 1,
      below: true,
      periods: 20,
      stopsCare: true,
      means:
        'Within four hours nobody can log in: the identity providers’ keys are soon a day old and are then refused.',
      first:
        'Invoke refreshKeySets by hand; if only one provider fails, the others’ keys are stored and only its users are shut out.',
    },
  ];
};
