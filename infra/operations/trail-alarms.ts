import { Duration } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { metricNamespace } from '../functions/log-metric.ts';
import type { AlarmSpec, Told } from './alarm.ts';

const period = Duration.minutes(5);

interface Watched extends Told {
  readonly name: string;
  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
  readonly pattern: string;
}

/** What must not pass unseen, whoever does it. */
const watched: readonly Watched[] = [
  {
    name: 'RightsChanged',
    pattern: '{ $.eventSource = "iam.amazonaws.com" && $.errorCode NOT EXISTS }',
    means:
      'A role, a policy or another right in the account is being changed: whoever does it can give themselves access to everything.',
    first:
      'Unless it was a planned deployment: find in the trail who did it, take the right back, and treat it as an incident.',
  },
  {
    name: 'RootUsed',
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    means: 'Somebody acts as the account’s root, which nothing of ours ever needs.',
    first:
      'Treat it as an incident: change the root’s password and keys, then read in the trail what was done.',
  },
  {
    name: 'TableTouchedByHand',
    pattern: '{ $.eventSource = "dynamodb.amazonaws.com" && $.eventCategory = "Data" }',
    means:
      'Somebody who is none of our functions read or wrote a table: data about people was seen, or changed, outside the log.',
    first:
      'Find in the trail who, and what for: without a decision to break the glass it is an incident; tell the care providers concerned.',
  },
];

const counted = (scope: Construct, logGroup: ILogGroup, { name, pattern }: Watched): IMetric =>
  new MetricFilter(scope, `Trail-${name}`, {
    logGroup,
    filterPattern: FilterPattern.literal(pattern),
    metricNamespace,
    metricName: name,
    metricValue: '1',
  }).metric({ statistic: Stats.SUM, period });

/** IAM's calls are recorded where no rule of EventBridge of ours can be: the trail's log has them (SEC-5, LOG-22). */
export const trailAlarms = (scope: Construct, logGroup: ILogGroup): AlarmSpec[] =>
  watched.map((one) => ({
    ...{ name: one.name, means: one.means, first: one.first },
    metric: counted(scope, logGroup, one),
    threshold: 1,
  }));
