import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ownKey } from '../data/keys.ts';
import { accessLogBucket, privateBucket } from '../data/private-bucket.ts';

interface ArchiveStackProps extends StackProps {
  readonly auditRetentionYears: number;
  readonly logRetentionDays: number;
}

/**
 * Where the audit log is kept so that nobody, the account's root included, can change or remove it before its time
 * (LOG-17, LOG-18): https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class ArchiveStack extends Stack {
  readonly key: Key;
  readonly archive: Bucket;
  readonly accessLogs: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { auditRetentionYears, logRetentionDays, ...props }: ArchiveStackProps,
  ) {
    super(scope, id, props);
    // Leap days included, so that years of days are never short of years.
    const locked = Duration.days(366 * auditRetentionYears);
    this.key = ownKey(this, 'Key', 'Encrypts the archive and what could not be delivered (SEC-4)');
    this.accessLogs = accessLogBucket(this, 'AccessLogs', Duration.days(logRetentionDays));
    this.archive = privateBucket(this, 'Archive', {
      encryptionKey: this.key,
      accessLogs: this.accessLogs,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(locked),
    });
    this.refuseWeakerLocks(locked);
  }

  /** The default holds only where a write says nothing: one that names a shorter time or the mode with a way round is refused. */
  private refuseWeakerLocks(locked: Duration): void {
    const deny = (sid: string, conditions: Record<string, unknown>) =>
      this.archive.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['s3:PutObject', 's3:PutObjectRetention'],
          resources: [this.archive.arnForObjects('*')],
          conditions,
        }),
      );
    deny('NoShorterLock', {
      NumericLessThan: { 's3:object-lock-remaining-retention-days': locked.toDays() },
    });
    deny('NoWeakerLock', {
      StringNotEquals: { 's3:object-lock-mode': 'COMPLIANCE' },
      Null: { 's3:object-lock-mode': 'false' },
    });
  }
}
