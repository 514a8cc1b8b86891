import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { givenUpAfterHours } from '../../functions/triggers.ts';
import { mappingMetric } from '../audit/stream-consumer.ts';
import { logFieldMetric, logMetric } from '../functions/log-metric.ts';
import { uploadsWait } from '../media/media-functions.ts';
import type { MediaStack } from '../media/media-stack.ts';
import type { AlarmSpec } from './alarm.ts';

const period = Duration.minutes(5);
const late = Duration.minutes(15);

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#async-invocation-metrics */
const uploads = ({ verifier: { lambda } }: MediaStack): AlarmSpec[] => [
  {
    name: 'UploadsLate',
    metric: lambda.metric('AsyncEventAge', { statistic: Stats.MAXIMUM, period }),
    threshold: late.toMilliseconds(),
    periods: 3,
    means: `Designers wait: what they upload is looked at ${late.toMinutes()} minutes late or more.`,
    first: `See whether verifyUpload fails or is throttled; S3’s events wait ${uploadsWait.toHours()} hours before they are given up.`,
  },
  {
    name: 'UploadsGivenUp',
    metric: lambda.metric('AsyncEventsDropped', { statistic: Stats.SUM, period }),
    threshold: 1,
    means:
      'Uploads were given up after all retries: they stay in quarantine, and their designers see them wait for ever.',
    first:
      'Read why in the objects under aws/lambda/ in the bucket Undelivered of Media, mend the cause, and invoke verifyUpload with each.',
  },
  {
    name: 'UploadsLost',
    metric: lambda.metric('DestinationDeliveryFailures', { statistic: Stats.SUM, period }),
    threshold: 1,
    means:
      'Uploads were given up and not even kept: they stay in quarantine until they expire, and nobody is told.',
    first:
      'See whether the bucket Undelivered or its key refuses verifyUpload, then invoke it for the objects of quarantine that are older than an hour.',
  },
];

const removals = ({ remover: { lambda }, mapping }: MediaStack): AlarmSpec[] => [
  {
    name: 'MediaRemovalBehind',
    metric: lambda.metric('IteratorAge', { statistic: Stats.MAXIMUM, period }),
    threshold: Duration.hours(1).toMilliseconds(),
    periods: 3,
    means: 'Files that designers have removed are gone from the moment, but their bytes are still stored.',
    first: `Read the log of removeMediaObjects; removals wait ${givenUpAfterHours} hours before they are given up.`,
  },
  {
    name: 'MediaRemovalsGivenUp',
    metric: mappingMetric(mapping, 'OnFailureDestinationDeliveredEventCount'),
    threshold: 1,
    means:
      'Removed files stay stored: their removal was given up after all retries and lies in the bucket Undelivered.',
    first:
      'Read why in the objects under aws/lambda/ and in the log of removeMediaObjects, mend the cause, and replay them.',
  },
  {
    name: 'MediaRemovalsDropped',
    metric: mappingMetric(mapping, 'DroppedEventCount'),
    threshold: 1,
    means: 'Removals of files were dropped on their way, and what they were to remove stays stored.',
    first:
      'Compare the media whose state is removed with the objects of the bucket Published, and remove what is left.',
  },
];

/** An hour in which uploads came to wait for the scanner, and none got its verdict; two such hours are no accident of the clock. */
const unscanned = (scope: Construct, { verifier: { logGroup } }: MediaStack): MathExpression => {
  const hourly = Duration.hours(1);
  const judged = (is: string) =>
    logFieldMetric(scope, logGroup, { event: 'upload-judged', field: 'state', is, period: hourly });
  return new MathExpression({
    expression: 'IF(FILL(waiting, 0) > 0 AND FILL(available, 0) + FILL(rejected, 0) == 0, 1, 0)',
    label: 'Hours in which uploads waited and none was scanned',
    usingMetrics: {
      waiting: judged('scanning'),
      available: judged('available'),
      rejected: judged('rejected'),
    },
    period: hourly,
  });
};

const scans = (scope: Construct, media: MediaStack): AlarmSpec[] => [
  {
    name: 'NothingScanned',
    metric: unscanned(scope, media),
    threshold: 1,
    periods: 2,
    among: 12,
    means:
      'The scanner seems to stand still: uploads wait, none gets a verdict, and nothing new can be shown.',
    first:
      'See whether the scanner runs and may tag: the tags of an object in quarantine, then the events of its role in the trail.',
  },
  {
    name: 'UploadInfected',
    metric: logFieldMetric(scope, media.verifier.logGroup, {
      event: 'upload-judged',
      field: 'rejection',
      is: 'infected',
      period,
    }),
    threshold: 1,
    means: 'Somebody uploaded a file that the scanner found harmful; it was rejected and is gone.',
    first:
      'Find who uploaded it by the mediaId in the log of verifyUpload and the audit log: their computer is likely to be infected.',
  },
  {
    name: 'UploadUnknown',
    metric: logMetric(scope, media.verifier.logGroup, 'upload-unknown'),
    threshold: 1,
    means:
      'Something lies in quarantine under a name that this system does not give: it came without a ticket.',
    first:
      'Treat it as an incident: the bucket’s access log says who put it there, which its policy should have refused.',
  },
];

/** From the designer's upload to what is shown, and away again (MED-3, MED-4, MED-6). */
export const mediaAlarms = (scope: Construct, media: MediaStack): AlarmSpec[] => [
  ...uploads(media),
  ...scans(scope, media),
  ...removals(media),
];
