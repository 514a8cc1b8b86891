import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { logFigure } from '../functions/log-metric.ts';
import type { ScheduleStack } from '../functions/schedule-stack.ts';
import type { AlarmSpec } from './alarm.ts';

const unseenFor = Duration.hours(24);

/** Urgent flags are for the units; that nobody there looks is for whoever runs the platform to see (CARE-9). */
export const urgentFlagAlarms = (
  scope: Construct,
  { measurer: { logGroup } }: ScheduleStack,
): AlarmSpec[] => {
  const minutes = logFigure(scope, logGroup, {
    ...{ event: 'urgent-flags-measured', field: 'minutes', period: Duration.minutes(15) },
  });
  return [
    {
      name: 'UrgentFlagUnseen',
      metric: minutes,
      threshold: unseenFor.toMinutes(),
      means: `Somebody’s answers have raised an urgent flag that no one at their unit has seen for ${unseenFor.toHours()} hours.`,
      first:
        'Ask the care providers to look at their units’ lists, where it stands first; the log does not say whose it is.',
    },
    {
      name: 'UrgentFlagsNotMeasured',
      metric: minutes.with({ statistic: Stats.SAMPLE_COUNT, period: Duration.hours(1) }),
      threshold: 1,
      below: true,
      periods: 2,
      means: 'For two hours nobody knows how long urgent flags wait; lists show them all the same.',
      first:
        'See whether the rule of measureUrgentFlags is enabled and the function runs, then read its log.',
    },
  ];
};
