import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ApiStack } from '../api/api-stack.ts';
import { failuresByOperation, metricNamespace, problemMetric } from '../functions/log-metric.ts';
import { region } from '../stages/region.ts';
import type { Stage } from '../stages/stage.ts';
import type { AlarmSpec } from './alarm.ts';

const period = Duration.minutes(5);
/** Of the requests, above which people notice. */
const failingShare = 0.05;
/** Of the requests, above which it is not people who ask wrongly. */
const refusedShare = 0.5;
/** What the slowest in a hundred may take. */
const slow = Duration.seconds(3);

/** Without dimensions Lambda counts all functions of the account, and an account has one stage (SEC-5). */
const allFunctions = (metricName: string) =>
  new Metric({ namespace: 'AWS/Lambda', metricName, statistic: Stats.SUM, period });

const gateway = ({ gateway: { restApi } }: ApiStack): AlarmSpec[] => [
  {
    name: 'ApiFailing',
    // Each request counts 0 or 1, so that the average is the share that fails.
    metric: restApi.deploymentStage.metricServerError({ statistic: Stats.AVERAGE, period }),
    threshold: failingShare,
    periods: 2,
    stopsCare: true,
    means: `More than ${failingShare * 100} % of the requests fail: residents and staff see errors, and some cannot save what they write.`,
    first:
      'See on the dashboard which functions fail, and whether a table is throttled; undo the last deployment if it came just before.',
  },
  {
    name: 'ApiSlow',
    metric: restApi.deploymentStage.metricLatency({ statistic: 'p99', period }),
    threshold: slow.toMilliseconds(),
    periods: 3,
    means: `One request in a hundred takes over ${slow.toSeconds()} seconds: pages feel stuck, and people send twice.`,
    first:
      'See on the dashboard whether it is one function or all, then whether tables are throttled or functions start cold.',
  },
];

/** API Gateway has no metric of it; the firewall’s own are blocked requests. */
const tooMany = (scope: Construct, { gateway: { accessLog } }: ApiStack): IMetric =>
  new MetricFilter(scope, 'Answers-429', {
    logGroup: accessLog,
    filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
    metricNamespace,
    metricName: 'too-many-requests',
    metricValue: '1',
  }).metric({ statistic: Stats.SUM, period });

const turnedAway = (scope: Construct, api: ApiStack): AlarmSpec[] => [
  {
    name: 'RequestsTurnedAway',
    metric: tooMany(scope, api),
    threshold: 50,
    periods: 2,
    means: 'The gateway turns requests away because there are more a second than it may let through.',
    first:
      'See on the dashboard whether one operation floods or all grow: shut the flood out at the firewall, or raise the stage’s rate and the account’s quota.',
  },
  {
    name: 'RequestsRefused',
    metric: api.gateway.restApi.deploymentStage.metricClientError({ statistic: Stats.AVERAGE, period }),
    threshold: refusedShare,
    periods: 3,
    means: `More than ${refusedShare * 100} % of the requests are refused: a front end asks wrongly, or logins are no longer accepted.`,
    first:
      'Group the access log by resourcePath and status: 401 everywhere is the identity provider or its keys, one path is a front end’s release.',
  },
];

/** Only where somebody is expected at any hour: elsewhere it would tell of every night. */
const silence = ({ gateway: { restApi } }: ApiStack, { expectsTraffic }: Stage): AlarmSpec[] =>
  expectsTraffic
    ? [
        {
          name: 'ApiSilent',
          metric: restApi.deploymentStage.metricCount({
            statistic: Stats.SUM,
            period: Duration.hours(1),
          }),
          threshold: 1,
          below: true,
          stopsCare: true,
          means: 'For an hour nobody has asked anything at all: requests no longer reach us.',
          first:
            'Open the API’s /health from outside: then the name’s record in DNS, its certificate, the firewall, and the front ends.',
        },
      ]
    : [];

/** https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html */
const certificate = ({ domain }: Stage): AlarmSpec[] =>
  domain
    ? [
        {
          name: 'CertificateExpires',
          metric: new Metric({
            namespace: 'AWS/CertificateManager',
            metricName: 'DaysToExpiry',
            dimensionsMap: { CertificateArn: domain.certificateArn },
            statistic: Stats.MINIMUM,
            period: Duration.days(1),
          }),
          threshold: 30,
          below: true,
          periods: 2,
          means:
            'Nobody notices anything yet, but in less than 30 days no browser trusts the API’s name any more.',
          first:
            'See in ACM why the certificate is not renewed: mostly its record in DNS for validation is gone; put it back.',
        },
      ]
    : [];

const functions: AlarmSpec[] = [
  {
    name: 'OperationFailing',
    metric: failuresByOperation(period),
    threshold: 5,
    periods: 2,
    among: 3,
    means:
      'One operation fails again and again, though all others may work: whoever needs it cannot go on, and the whole’s share of errors does not show it.',
    first:
      'The alarm names the operation: read request-failed in its log, and undo the last deployment if it came just before.',
  },
  {
    name: 'FunctionsFailing',
    metric: allFunctions('Errors'),
    threshold: 5,
    periods: 2,
    means: 'Functions crash or run out of time; what they were asked to do is not done.',
    first: 'See on the dashboard which function it is, and read its log from the time of the alarm.',
  },
  {
    name: 'FunctionsThrottled',
    metric: allFunctions('Throttles'),
    threshold: 1,
    periods: 2,
    stopsCare: true,
    means: 'Requests are turned away because too many functions run at once.',
    first:
      'See whether the firewall lets a flood through; if the load is real, ask AWS for a higher quota of concurrent executions.',
  },
  {
    name: 'ConcurrencyNearlyUsed',
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Quotas-Visualize-Alarms.html
    metric: new MathExpression({
      expression: '100 * used / SERVICE_QUOTA(used)',
      label: 'Share of the account’s concurrent executions in use',
      usingMetrics: {
        used: new Metric({
          namespace: 'AWS/Usage',
          metricName: 'ResourceCount',
          dimensionsMap: {
            Type: 'Resource',
            Resource: 'ConcurrentExecutions',
            Service: 'Lambda',
            Class: 'None',
          },
          statistic: Stats.MAXIMUM,
          period,
        }),
      },
      period,
    }),
    threshold: 80,
    periods: 2,
    means: 'Nobody notices anything yet, but with a little more load requests will be turned away.',
    first: 'Find what grows on the dashboard, and ask AWS for a higher quota before it is needed.',
  },
];

const registers: AlarmSpec = {
  name: 'RegisterUnavailable',
  metric: problemMetric('register-unavailable', period),
  threshold: 5,
  periods: 2,
  means:
    'The person register or the staff directory does not answer: staff, guardians and proxies are turned away, and nobody can be approved; residents themselves go on.',
  first:
    'See on the endpoints’ own metrics which of the two is silent, and ask whoever runs its adapter; nothing needs to be done here when it is back.',
};

const firewall = ({ firewall: { acl } }: ApiStack): AlarmSpec => ({
  name: 'FirewallBlocksMany',
  metric: new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL: firewallMetric(acl), Region: region, Rule: 'ALL' },
    statistic: Stats.SUM,
    period,
  }),
  threshold: 1000,
  periods: 2,
  means: 'The firewall turns away many requests: an attack, or a rule that shuts out real users.',
  first:
    'See in the firewall’s log which rule blocks and whom; if it is a clinic’s shared address, raise its limit, else let it work.',
});

const firewallMetric = ({ visibilityConfig }: ApiStack['firewall']['acl']): string => {
  if (!('metricName' in visibilityConfig)) throw new Error('The firewall’s metric has no name');
  return visibilityConfig.metricName;
};

/** The way in, and the functions behind it (SEC-3, SEC-6). */
export const apiAlarms = (scope: Construct, api: ApiStack, stage: Stage): AlarmSpec[] => [
  ...gateway(api),
  ...turnedAway(scope, api),
  ...silence(api, stage),
  ...certificate(stage),
  ...functions,
  registers,
  firewall(api),
];
