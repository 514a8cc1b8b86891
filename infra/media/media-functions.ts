import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ObjectTrigger, StreamTrigger } from '../../functions/triggers.ts';
import { uploadEnvironment } from '../../shared/config/environment.ts';
import { mapStream, streamStatements } from '../audit/stream-consumer.ts';
import type { Undelivered } from '../audit/undelivered.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { LogSettings } from '../data/keys.ts';
import { type Environment, environmentFor } from '../functions/environment.ts';
import { UseCaseFunction } from '../functions/function.ts';
import { type CodeOf, nameInAws, triggerSource } from '../functions/function-source.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { tableStatements } from '../rights/grants.ts';
import { onlyOne, type RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import { type BucketNames, bucketArn, storageStatements } from '../rights/storage-grants.ts';

/** How long S3’s event of an upload is tried before it is given up. */
export const uploadsWait = Duration.hours(6);

export interface MediaFunctionsProps {
  readonly triggers: RoutesAndTriggers['triggers'];
  readonly bucketNames: BucketNames;
  readonly key: IKey;
  readonly undelivered: Undelivered;
  readonly data: DataStack;
  readonly network: NetworkStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
}

interface Own {
  readonly environment: Record<string, string>;
  readonly timeout: Duration;
  readonly statements?: readonly PolicyStatement[];
}

/** In the one tier that reaches S3, under a role that the buckets' policies know by name. */
const inStorageTier = (
  scope: Construct,
  trigger: ObjectTrigger | StreamTrigger,
  { codeOf, logs, network, data, bucketNames: names, key, undelivered }: MediaFunctionsProps,
  { statements = [], ...own }: Own,
): UseCaseFunction =>
  new UseCaseFunction(scope, {
    source: triggerSource(trigger),
    ...{ codeOf, logs },
    placement: { tier: 'storage', network },
    roleName: nameInAws(trigger.name),
    statements: [
      ...tableStatements(trigger.grants, data),
      ...storageStatements(trigger.storage ?? [], { names, key }),
      ...statements,
      ...undelivered.statements,
    ],
    ...own,
  });

/** Woken by S3 for each upload and each verdict of the scanner. */
export const uploadVerifier = (scope: Construct, trigger: ObjectTrigger, props: MediaFunctionsProps) => {
  const made = inStorageTier(scope, trigger, props, {
    environment: environmentFor(uploadEnvironment, props.environment),
    // S3 copies half a gigabyte within itself while the function waits.
    timeout: Duration.minutes(5),
    // Without it S3 says of what is no longer there that it is forbidden, and the verifier could not tell the one from the other.
    statements: [
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucketArn(props.bucketNames[trigger.bucket])],
      }),
    ],
  });
  made.lambda.configureAsyncInvoke({
    // The most that Lambda takes; what still fails is kept, and an alarm tells of it.
    retryAttempts: 2,
    maxEventAge: uploadsWait,
    onFailure: props.undelivered.destination,
  });
  return made;
};

interface Remover {
  readonly remover: UseCaseFunction;
  readonly mapping: EventSourceMapping;
}

/** Reads the same stream as the audit log's writer: a stream feeds two readers well, and no third. */
export const objectRemover = (scope: Construct, props: MediaFunctionsProps): Remover => {
  const { data, environment, undelivered, triggers } = props;
  const streaming = triggers.filter((one) => 'stream' in one);
  const trigger = onlyOne(
    streaming.filter(({ storage }) => storage),
    'the removal of media',
  );
  const remover = inStorageTier(scope, trigger, props, {
    environment: environmentFor(uploadEnvironment, environment),
    timeout: Duration.minutes(1),
    statements: streamStatements(trigger, data),
  });
  const { destination: onFailure } = undelivered;
  return { remover, mapping: mapStream(scope, trigger, { data, target: remover.lambda, onFailure }) };
};
