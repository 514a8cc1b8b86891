import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type Function as LambdaFunction,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type StreamTrigger, triggers } from '../functions/triggers.ts';
import { auditConsumerEnvironment } from '../shared/config/environment.ts';
import type { ArchiveStack } from './archive-stack.ts';
import { auditWriterRoleName } from './audit-log-policy.ts';
import type { DataStack } from './data-stack.ts';
import { type Environment, environmentFor } from './environment.ts';
import { type LogSettings, UseCaseFunction } from './function.ts';
import type { CodeOf } from './function-source.ts';
import { keyStatement, tableStatements } from './grants.ts';
import type { NetworkStack } from './network-stack.ts';
import { privateBucket } from './private-bucket.ts';

interface AuditStackProps extends StackProps {
  readonly data: DataStack;
  readonly archive: ArchiveStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
  readonly network: NetworkStack;
}

/** From the outbox's stream to the audit log (LOG-16); what cannot be written lands whole in a bucket, to be replayed. */
export class AuditStack extends Stack {
  readonly consumer: UseCaseFunction;
  readonly mapping: EventSourceMapping;
  private readonly undelivered: Bucket;

  constructor(scope: Construct, id: string, props: AuditStackProps) {
    super(scope, id, props);
    const { key: encryptionKey, accessLogs } = props.archive;
    this.undelivered = privateBucket(this, 'Undelivered', { encryptionKey, accessLogs });
    const [trigger, ...others] = triggers.filter((one) => 'stream' in one);
    if (!trigger || others.length > 0)
      throw new Error('The audit log has one writer: one trigger with a stream');
    this.consumer = this.consume(trigger, props);
    this.mapping = this.map(trigger, props.data, this.consumer.lambda);
  }

  private consume(trigger: StreamTrigger, props: AuditStackProps): UseCaseFunction {
    const { data, archive, environment, codeOf, logs, network } = props;
    return new UseCaseFunction(this, {
      source: trigger,
      codeOf,
      logs,
      placement: { tier: 'audit', network },
      roleName: auditWriterRoleName,
      environment: environmentFor(auditConsumerEnvironment, environment),
      statements: [
        ...tableStatements(trigger.grants, data),
        ...this.streamStatements(trigger, data),
        ...this.undeliveredStatements(archive),
      ],
      timeout: Duration.minutes(1),
    });
  }

  private map(trigger: StreamTrigger, { tables }: DataStack, target: LambdaFunction) {
    const { tableStreamArn } = tables[trigger.stream];
    if (!tableStreamArn)
      throw new Error(`${trigger.name} reads the stream of ${trigger.stream}, which has none`);
    return new EventSourceMapping(this, `${trigger.stream}Stream`, {
      target,
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: trigger.batchSize,
      filters: trigger.filters.map((filter) => ({ pattern: JSON.stringify(filter) })),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: trigger.maximumRetryAttempts,
      maxRecordAge: Duration.seconds(trigger.maximumRecordAgeSeconds),
      // S3OnFailureDestination would let the function delete what it could not deliver.
      onFailure: { bind: () => ({ destination: this.undelivered.bucketArn }) },
      supportS3OnFailureDestination: true,
      // Without these nothing tells that an entry was given up (SEC-6).
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
  }

  /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html */
  private streamStatements({ stream }: StreamTrigger, data: DataStack): PolicyStatement[] {
    const { tableArn } = data.tables[stream];
    return [
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (read) => `dynamodb:${read}`,
        ),
        resources: [`${tableArn}/stream/*`],
      }),
      // The stream lies under its table's key, which is not the log's.
      keyStatement('kms:Decrypt', 'dynamodb', data.keyOf(stream)),
    ];
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html: Lambda writes with the function's rights. */
  private undeliveredStatements({ key }: ArchiveStack): PolicyStatement[] {
    const { bucketArn } = this.undelivered;
    return [
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucketArn}/aws/lambda/*`] }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }),
      keyStatement('kms:GenerateDataKey', 's3', key),
    ];
  }
}
