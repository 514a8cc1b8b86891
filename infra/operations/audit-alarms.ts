import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { givenUpAfterHours } from '../../functions/triggers.ts';
import type { AuditStack } from '../audit/audit-stack.ts';
import { mappingMetric } from '../audit/stream-consumer.ts';
import { logMetric } from '../functions/log-metric.ts';
import type { AlarmSpec } from './alarm.ts';

const late = Duration.minutes(15);

const delays = ({ consumer: { lambda } }: AuditStack): AlarmSpec[] => [
  {
    name: 'AuditLogBehind',
    metric: lambda.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
    threshold: late.toMilliseconds(),
    periods: 3,
    means: `What staff do is stored, but auditors see it ${late.toMinutes()} minutes late or more.`,
    first: `Read the log of writeAuditLog for audit-entry-failed and look for throttling of the audit log; entries wait ${givenUpAfterHours} hours before they are given up.`,
  },
  {
    name: 'AuditConsumerFailing',
    metric: lambda.metricErrors({ statistic: Stats.SUM, period: Duration.minutes(5) }),
    threshold: 1,
    periods: 3,
    means:
      'The function that fills the audit log fails again and again; auditors do not see what is done now.',
    first: 'Read its log; if a deployment came just before, deploy the version before it.',
  },
];

const losses = ({ mapping }: AuditStack): AlarmSpec[] => [
  {
    name: 'AuditEntriesGivenUp',
    metric: mappingMetric(mapping, 'OnFailureDestinationDeliveredEventCount'),
    threshold: 1,
    means:
      'Entries are missing from the audit log: they were given up after all retries and lie in the bucket Undelivered.',
    first:
      'Read why in the objects under aws/lambda/ and in the log, mend the cause, and replay them; they do not expire.',
  },
  {
    name: 'AuditEntriesDropped',
    metric: mappingMetric(mapping, 'DroppedEventCount'),
    threshold: 1,
    means:
      'Entries were dropped on their way to the audit log; those not in the bucket Undelivered are left in the outbox only.',
    first: 'Compare the outbox with the log for the time of the alarm before the outbox’s rows expire.',
  },
];

const said = (scope: Construct, { consumer: { logGroup } }: AuditStack): AlarmSpec[] => [
  {
    name: 'AuditEntryDiffers',
    metric: logMetric(scope, logGroup, 'audit-entry-differs'),
    threshold: 1,
    means:
      'Two accounts of one activity differ: someone or something has tried to rewrite what was done. The first stays.',
    first:
      'Treat it as an incident: note the eventId in the log, keep both, and tell the person in charge of the log.',
  },
  {
    name: 'AuditEntryFailed',
    metric: logMetric(scope, logGroup, 'audit-entry-failed'),
    threshold: 1,
    periods: 3,
    means: 'Some entries do not get into the audit log, though they are tried again.',
    first: `Read the error’s name beside audit-entry-failed: throttling passes, anything else needs mending within ${givenUpAfterHours} hours.`,
  },
];

const flood = (scope: Construct, { consumer: { logGroup } }: AuditStack): AlarmSpec => ({
  name: 'DenialsFlooding',
  metric: logMetric(scope, logGroup, 'denials-flooding'),
  threshold: 20,
  means:
    'Callers who were denied many times within an hour go on (all of them together are counted): a front end that has gone wrong, or an attempt to find out about people.',
  first:
    'Find the entry by the eventId in the log of writeAuditLog: it says who; tell the person in charge of the log at their provider, and stop the login if it goes on.',
});

/** From the outbox to the audit log (LOG-16). */
export const auditAlarms = (scope: Construct, audit: AuditStack): AlarmSpec[] => [
  ...delays(audit),
  ...losses(audit),
  ...said(scope, audit),
  flood(scope, audit),
];
