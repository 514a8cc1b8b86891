import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type StreamTrigger, triggers } from '../functions/triggers.ts';
import { auditConsumerEnvironment } from '../shared/config/environment.ts';
import type { DataStack } from './data-stack.ts';
import { type Environment, environmentFor } from './environment.ts';
import { UseCaseFunction } from './function.ts';
import type { CodeOf } from './function-source.ts';
import { keyStatement, tableStatements } from './grants.ts';

interface AuditStackProps extends StackProps {
  readonly data: DataStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
}

/** From the outbox's stream to the audit log (LOG-16); what cannot be written lands whole in a bucket, to be replayed. */
export class AuditStack extends Stack {
  private readonly undelivered: Bucket;

  constructor(scope: Construct, id: string, { data, ...props }: AuditStackProps) {
    super(scope, id, props);
    this.undelivered = new Bucket(this, 'Undelivered', {
      encryption: BucketEncryption.KMS,
      encryptionKey: data.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const trigger of triggers) if ('stream' in trigger) this.consume(trigger, { data, ...props });
  }

  private consume(trigger: StreamTrigger, { data, environment, codeOf }: AuditStackProps): void {
    const { lambda } = new UseCaseFunction(this, {
      source: trigger,
      codeOf,
      environment: environmentFor(auditConsumerEnvironment, environment),
      statements: [
        ...tableStatements(trigger.grants, data),
        ...this.streamStatements(trigger, data),
        ...this.undeliveredStatements(data),
      ],
      timeout: Duration.minutes(1),
    });
    this.map(trigger, data, lambda);
  }

  private map(trigger: StreamTrigger, { tables }: DataStack, target: LambdaFunction): void {
    const { tableStreamArn } = tables[trigger.stream];
    if (!tableStreamArn)
      throw new Error(`${trigger.name} reads the stream of ${trigger.stream}, which has none`);
    new EventSourceMapping(this, `${trigger.stream}Stream`, {
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
    });
  }

  /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html */
  private streamStatements({ stream }: StreamTrigger, { tables }: DataStack): PolicyStatement[] {
    const { tableArn } = tables[stream];
    return [
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (read) => `dynamodb:${read}`,
        ),
        resources: [`${tableArn}/stream/*`],
      }),
    ];
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html: Lambda writes with the function's rights. */
  private undeliveredStatements(data: DataStack): PolicyStatement[] {
    const { bucketArn } = this.undelivered;
    return [
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucketArn}/aws/lambda/*`] }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }),
      keyStatement('kms:GenerateDataKey', 's3', data),
    ];
  }
}
