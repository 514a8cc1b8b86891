import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** Said to whoever is woken: no alarm exists without both. */
export interface Told {
  /** What people notice, or lose. */
  readonly means: string;
  /** What to look at or do before anything else. */
  readonly first: string;
}

/** One thing that can go wrong, and how it is seen (SEC-6). */
export interface AlarmSpec extends Told {
  readonly name: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** How many periods in a row, of the metric's own length. */
  readonly periods?: number;
  /** Or that many among so many: for what does not happen all the time. */
  readonly among?: number;
  /** Reaching the threshold is wrong, unless it is falling below it that is. */
  readonly below?: true;
  /** With this alarm alone, residents and staff cannot go on. */
  readonly stopsCare?: true;
}

export const toldBy = ({ means, first }: Told): string => `${means} ${first}`;

/** A metric that must not fall silent counts silence as wrong; elsewhere no data means that nothing happened. */
export const createAlarm = (scope: Construct, spec: AlarmSpec, action: IAlarmAction): Alarm => {
  const { name, metric, threshold, periods = 1, among = periods, below = false } = spec;
  const alarm = new Alarm(scope, name, {
    metric,
    threshold,
    evaluationPeriods: among,
    datapointsToAlarm: periods,
    alarmDescription: toldBy(spec),
    comparisonOperator: below
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
};
