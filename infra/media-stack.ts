import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, type CfnBucket, type CorsRule, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { ArchiveStack } from './archive-stack.ts';
import { ownKey } from './keys.ts';
import { privateBucket } from './private-bucket.ts';

interface MediaStackProps extends StackProps {
  readonly archive: ArchiveStack;
  readonly allowedOrigins: readonly string[];
  readonly quarantineDays: number;
}

/** Name of the only role that may read what is not yet found clean, and say that it is; fixed for the reason in audit-log-policy.ts. */
export const scannerRoleName = 'stod-och-behandling-scan-media';

// As GuardDuty Malware Protection for S3 tags; another scanner behind the same port uses the same words.
const verdict = { tag: 'GuardDutyMalwareScanStatus', clean: 'NO_THREATS_FOUND' };

/** What was uploaded and not yet scanned, and what is shown: two buckets, so that no mistake in a path serves the one for the other (MED-4). */
export class MediaStack extends Stack {
  readonly key: Key;
  readonly quarantine: Bucket;
  readonly published: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { archive, allowedOrigins, quarantineDays, ...props }: MediaStackProps,
  ) {
    super(scope, id, props);
    this.key = ownKey(this, 'Key', 'Encrypts the media of Stöd och behandling (SEC-4)');
    const common = { encryptionKey: this.key, accessLogs: archive.accessLogs };
    const cors = (method: HttpMethods): CorsRule[] => [
      { allowedOrigins: [...allowedOrigins], allowedMethods: [method], maxAge: 3600 },
    ];
    this.quarantine = privateBucket(this, 'Quarantine', {
      ...common,
      cors: cors(HttpMethods.POST),
      lifecycleRules: [
        {
          id: 'never-accepted',
          expiration: Duration.days(quarantineDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
    this.published = privateBucket(this, 'Published', {
      ...common,
      cors: cors(HttpMethods.GET),
      // As long as a table can be taken back in time, what its rows point at can be found again.
      lifecycleRules: [{ id: 'removed', noncurrentVersionExpiration: Duration.days(35) }],
    });
    // AWS Backup follows a bucket by its events; the construct's own switch adds a function with rights to every bucket.
    (this.published.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    this.refuseUnscanned(this.quarantine, { ArnNotEquals: { 'aws:PrincipalArn': this.scanner } });
    this.refuseUnscanned(this.published, {});
  }

  private get scanner(): string {
    return `arn:${this.partition}:iam::${this.account}:role/${scannerRoleName}`;
  }

  /** https://docs.aws.amazon.com/guardduty/latest/ug/tag-based-access-s3-malware-protection.html; no tag is no reading. */
  private refuseUnscanned(bucket: Bucket, but: Record<string, unknown>): void {
    const deny = (sid: string, actions: string[], conditions: Record<string, unknown>) =>
      bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions,
          resources: [bucket.arnForObjects('*')],
          conditions,
        }),
      );
    deny('OnlyCleanIsRead', ['s3:GetObject', 's3:GetObjectVersion'], {
      StringNotEquals: { [`s3:ExistingObjectTag/${verdict.tag}`]: verdict.clean },
      ...but,
    });
    deny(
      'OnlyTheScannerTags',
      [
        'PutObjectTagging',
        'PutObjectVersionTagging',
        'DeleteObjectTagging',
        'DeleteObjectVersionTagging',
      ].map((action) => `s3:${action}`),
      { ArnNotEquals: { 'aws:PrincipalArn': this.scanner } },
    );
  }
}
