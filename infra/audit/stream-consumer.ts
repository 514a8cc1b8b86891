import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type IEventSourceDlq,
  type Function as LambdaFunction,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StreamTrigger } from '../../functions/triggers.ts';
import type { DataStack } from '../data/data-stack.ts';
import { keyStatement } from '../rights/grants.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html */
export const streamStatements = ({ stream }: StreamTrigger, data: DataStack): PolicyStatement[] => {
  const { tableArn } = data.tables[stream];
  return [
    new PolicyStatement({
      actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
        (read) => `dynamodb:${read}`,
      ),
      resources: [`${tableArn}/stream/*`],
    }),
    // The stream lies under its table's key.
    keyStatement('kms:Decrypt', 'dynamodb', data.keyOf(stream)),
  ];
};

interface Mapped {
  readonly data: DataStack;
  readonly target: LambdaFunction;
  /** Of what Lambda can tell of a failure, a bucket alone gets the whole records; a queue or topic only where they were. */
  readonly onFailure: IEventSourceDlq;
}

/** A stream read from its beginning, each record until it is done or lies in the failure destination (LOG-16). */
export const mapStream = (
  scope: Construct,
  trigger: StreamTrigger,
  { data, target, onFailure }: Mapped,
): EventSourceMapping => {
  const { tableStreamArn } = data.tables[trigger.stream];
  if (!tableStreamArn)
    throw new Error(`${trigger.name} reads the stream of ${trigger.stream}, which has none`);
  return new EventSourceMapping(scope, `${trigger.stream}Stream`, {
    target,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: trigger.batchSize,
    filters: trigger.filters.map((filter) => ({ pattern: JSON.stringify(filter) })),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: trigger.maximumRetryAttempts,
    maxRecordAge: Duration.seconds(trigger.maximumRecordAgeSeconds),
    onFailure,
    supportS3OnFailureDestination: true,
    // Without these nothing tells that a record was given up (SEC-6).
    metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
  });
};

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics */
export const mappingMetric = (
  { eventSourceMappingId }: EventSourceMapping,
  metricName: 'DroppedEventCount' | 'OnFailureDestinationDeliveredEventCount',
): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { EventSourceMappingUUID: eventSourceMappingId },
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });
