import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ProblemCode } from '../../shared/domain/problem.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Anything the log can say: a line that it no longer has does not compile here. */
type LogEvent = Parameters<Log['info']>[0];

/** Of all that is counted from logs. */
export const metricNamespace = 'StodOchBehandling';

/** Each line in which a function's log says something, as so much. */
const lines = (scope: Construct, logGroup: ILogGroup, event: LogEvent, metricValue: string): MetricFilter =>
  new MetricFilter(scope, `Says-${event}`, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.message', '=', event),
    metricNamespace,
    metricName: event,
    metricValue,
  });

/** How often a function's log says something. */
export const logMetric = (
  scope: Construct,
  logGroup: ILogGroup,
  event: LogEvent,
  period = Duration.minutes(5),
): Metric => lines(scope, logGroup, event, '1').metric({ statistic: Stats.SUM, period });

/** The figure that a function's log says in a field of a line. */
export const logFigure = (
  scope: Construct,
  logGroup: ILogGroup,
  { event, field, period }: { readonly event: LogEvent; readonly field: string; readonly period: Duration },
): Metric => lines(scope, logGroup, event, `$.${field}`).metric({ statistic: Stats.MAXIMUM, period });

interface Said {
  readonly event: LogEvent;
  /** A field of the line, and what it holds. */
  readonly field: string;
  readonly is: string;
  readonly period: Duration;
}

/** How often a function's log says something of one kind. */
export const logFieldMetric = (
  scope: Construct,
  logGroup: ILogGroup,
  { event, field, is, period }: Said,
): Metric =>
  new MetricFilter(scope, `Says-${event}-${is}`, {
    logGroup,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', event),
      FilterPattern.stringValue(`$.${field}`, '=', is),
    ),
    metricNamespace,
    metricName: `${event}-${is}`,
    metricValue: '1',
  }).metric({ statistic: Stats.SUM, period });

/** Counts a function's answers with a problem; all functions add to one metric, so that one alarm hears them all. */
export const countProblem = (scope: Construct, logGroup: ILogGroup, problem: ProblemCode): void => {
  new MetricFilter(scope, `Answers-${problem}`, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.problem', '=', problem),
    metricNamespace,
    metricName: problem,
    metricValue: '1',
  });
};

/** How often all functions together answered with a problem that they count. */
export const problemMetric = (problem: ProblemCode, period = Duration.minutes(5)): Metric =>
  new Metric({ namespace: metricNamespace, metricName: problem, statistic: Stats.SUM, period });

const failure: LogEvent = 'request-failed';

/** Counts by operation what a function answered with a fault of ours; a silent register is counted by itself. */
export const countFailures = (scope: Construct, logGroup: ILogGroup): void => {
  const silent: ProblemCode = 'register-unavailable';
  new MetricFilter(scope, 'Fails', {
    logGroup,
    filterPattern: FilterPattern.literal(`{ $.message = "${failure}" && $.problem != "${silent}" }`),
    metricNamespace,
    metricName: failure,
    metricValue: '1',
    dimensions: { operation: '$.operationId' },
  });
};

/**
 * How often each operation failed, every one judged by itself: an alarm takes such a query, and no search.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Metrics_Insights_Alarm.html
 */
export const failuresByOperation = (period: Duration): MathExpression =>
  new MathExpression({
    expression: `SELECT SUM("${failure}") FROM SCHEMA("${metricNamespace}", operation) GROUP BY operation`,
    label: 'Failed requests of an operation',
    usingMetrics: {},
    period,
  });
