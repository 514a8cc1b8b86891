import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { CfnPermission, type EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { ObjectTrigger } from '../../functions/triggers.ts';
import type { ArchiveStack } from '../audit/archive-stack.ts';
import { Undelivered } from '../audit/undelivered.ts';
import { ownKey } from '../data/keys.ts';
import type { UseCaseFunction } from '../functions/function.ts';
import { onlyOne, type RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import { bucketArn, mediaPrefix } from '../rights/storage-grants.ts';
import { cfnBucketOf, mediaBuckets } from './media-buckets.ts';
import { type MediaFunctionsProps, objectRemover, uploadVerifier } from './media-functions.ts';
import { protectMedia } from './media-policies.ts';

interface MediaStackProps extends StackProps, Omit<MediaFunctionsProps, 'triggers' | 'key' | 'undelivered'> {
  readonly rows: RoutesAndTriggers;
  readonly archive: ArchiveStack;
  readonly allowedOrigins: readonly string[];
  readonly quarantineDays: number;
}

/**
 * Media and what becomes of them: uploads lie in quarantine until they are verified (MED-3, MED-4), and what is removed is taken
 * away. The functions that do so lie here, because a bucket and the function it tells of its objects name each other.
 */
export class MediaStack extends Stack {
  readonly key: Key;
  readonly quarantine: Bucket;
  readonly published: Bucket;
  readonly verifier: UseCaseFunction;
  readonly remover: UseCaseFunction;
  readonly mapping: EventSourceMapping;

  constructor(scope: Construct, id: string, props: MediaStackProps) {
    super(scope, id, props);
    const { rows, archive, bucketNames } = props;
    const { triggers } = rows;
    const { accessLogs } = archive;
    this.key = ownKey(this, 'Key', 'Encrypts the media of Stöd och behandling (SEC-4)');
    const buckets = mediaBuckets(this, { ...props, accessLogs, names: bucketNames, encryptionKey: this.key });
    this.quarantine = buckets.quarantine;
    this.published = buckets.published;
    protectMedia(buckets, rows, this);
    const shared = { ...props, triggers, key: this.key, undelivered: new Undelivered(this, archive) };
    const woken = onlyOne(
      triggers.filter((one) => 'bucket' in one),
      'what lies in a bucket',
    );
    this.verifier = uploadVerifier(this, woken, shared);
    this.tell(woken, bucketNames[woken.bucket]);
    const { remover, mapping } = objectRemover(this, shared);
    this.remover = remover;
    this.mapping = mapping;
  }

  /**
   * S3 tries whether it may invoke the function when it is told to, so that the permission is made before the bucket. That is no
   * circle, for the permission, the function's rights and its environment know the bucket by its fixed name. The construct's own
   * way adds a function with the right to change any bucket of the account.
   */
  private tell({ bucket, events }: ObjectTrigger, bucketName: string): void {
    const { lambda } = this.verifier;
    const watched = cfnBucketOf(this[bucket]);
    const permission = new CfnPermission(this, 'BucketTellsVerifier', {
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionArn,
      principal: 's3.amazonaws.com',
      sourceArn: bucketArn(bucketName),
      // A bucket's name alone says nothing of its owner: once removed, anyone may take it.
      sourceAccount: this.account,
    });
    watched.addResourceDependency(permission);
    watched.notificationConfiguration = {
      // The one event that no function waits for, an upload that expired, is told by a rule (watched-events.ts).
      eventBridgeConfiguration: { eventBridgeEnabled: true },
      lambdaConfigurations: events.map((event) => ({
        event: `s3:${event}`,
        function: lambda.functionArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: mediaPrefix }] } },
      })),
    };
  }
}
