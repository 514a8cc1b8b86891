import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Log } from '../shared/observability/log.ts';

/** Anything the log can say: a line that it no longer has does not compile here. */
type LogEvent = Parameters<Log['info']>[0];

/** How often a function's log says something. */
export const logMetric = (
  scope: Construct,
  logGroup: ILogGroup,
  event: LogEvent,
  period = Duration.minutes(5),
): Metric =>
  new MetricFilter(scope, `Says-${event}`, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.message', '=', event),
    metricNamespace: 'StodOchBehandling',
    metricName: event,
    metricValue: '1',
  }).metric({ statistic: Stats.SUM, period });
