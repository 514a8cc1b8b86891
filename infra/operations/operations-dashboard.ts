import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  SearchExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

interface Shown {
  readonly alarm: Alarm;
  readonly metric: IMetric;
}

/** Alarms name no function, so that new functions need no alarm of their own; these graphs do. */
const eachFunction = (metric: string, statistic: string): GraphWidget =>
  new GraphWidget({
    title: `Each function: ${metric}`,
    width: 8,
    left: [
      new SearchExpression({
        expression: `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metric}"', '${statistic}')`,
        period: Duration.minutes(5),
      }),
    ],
  });

/** All alarms and what they look at on one page, with functions one by one (SEC-6). */
export const createDashboard = (
  scope: Construct,
  id: string,
  dashboardName: string,
  shown: readonly Shown[],
) =>
  new Dashboard(scope, id, {
    dashboardName,
    defaultInterval: Duration.days(1),
    widgets: [
      [
        new AlarmStatusWidget({
          title: 'Alarms',
          width: 24,
          height: 6,
          alarms: shown.map(({ alarm }) => alarm),
        }),
      ],
      [eachFunction('Errors', 'Sum'), eachFunction('Throttles', 'Sum'), eachFunction('Duration', 'p99')],
      shown.map(
        ({ alarm, metric }) =>
          new GraphWidget({
            title: alarm.node.id,
            width: 6,
            left: [metric],
            leftAnnotations: [alarm.toAnnotation()],
          }),
      ),
    ],
  });
