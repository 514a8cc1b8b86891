import {
  EventField,
  type EventPattern,
  type IRuleTarget,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type Told, toldBy } from './alarm.ts';

interface WatchedEvent extends Told {
  readonly name: string;
  readonly pattern: EventPattern;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html */
const called = (sources: readonly string[], eventNames: readonly string[]): EventPattern => ({
  source: sources.map((source) => `aws.${source}`),
  detailType: ['AWS API Call via CloudTrail'],
  detail: { eventName: [...eventNames] },
});

/** What is told as it happens, because no metric counts it. */
export const watchedEvents: readonly WatchedEvent[] = [
  {
    name: 'KeyAtRisk',
    pattern: called(['kms'], ['DisableKey', 'DisableKeyRotation', 'PutKeyPolicy', 'ScheduleKeyDeletion']),
    means:
      'An encryption key is being disabled or deleted, or its policy changed: all that it encrypts can be lost for ever.',
    first:
      'Unless it was a planned deployment: cancel the deletion or enable the key at once, then find out who did it.',
  },
  {
    name: 'ProtectionChanged',
    pattern: called(
      ['dynamodb', 's3', 'backup'],
      [
        'DeleteBackupVaultAccessPolicy',
        'DeleteBackupVaultLockConfiguration',
        'DeleteBucketPolicy',
        'DeleteResourcePolicy',
        'DeleteTable',
        'PutBackupVaultAccessPolicy',
        'PutBucketObjectLockConfiguration',
        'PutBucketPolicy',
        'PutBucketPublicAccessBlock',
        'PutResourcePolicy',
        'UpdateContinuousBackups',
        'UpdateTimeToLive',
      ],
    ),
    means:
      'What keeps the audit log, the archive, the media or the backups from being changed or removed is being changed.',
    first: 'Unless it was a planned deployment: put it back by deploying again, and treat it as an incident.',
  },
  {
    name: 'TrailChanged',
    pattern: called(['cloudtrail'], ['DeleteTrail', 'PutEventSelectors', 'StopLogging', 'UpdateTrail']),
    means:
      'The record of what administrators do in the account is being changed or stopped, and these warnings with it.',
    first: 'Unless it was a planned deployment: start it again, and treat it as an incident.',
  },
  {
    name: 'UploadExpired',
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html; what is judged is removed from there long before.
    pattern: {
      source: ['aws.s3'],
      detailType: ['Object Deleted'],
      detail: {
        bucket: { name: [{ wildcard: 'stod-och-behandling-*-quarantine-*' }] },
        reason: ['Lifecycle Expiration'],
        'deletion-type': ['Delete Marker Created'],
      },
    },
    means:
      'A designer’s upload lay in quarantine until it expired: it was never scanned, or its verdict was never seen.',
    first:
      'See whether the scanner runs and tags what is uploaded, then whether verifyUpload is told of it; the designer has to upload again.',
  },
  {
    name: 'BackupFailed',
    pattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change'],
      detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'] },
    },
    means: 'Nobody notices anything, but tonight’s copy of a table or of the media was not made.',
    first: 'Read the job’s message in AWS Backup and start it again by hand today.',
  },
  {
    name: 'RestoreFailed',
    pattern: {
      source: ['aws.backup'],
      detailType: ['Restore Job State Change'],
      detail: { status: ['ABORTED', 'FAILED'] },
    },
    means:
      'A restore, or its monthly rehearsal, failed: until it is mended we do not know that a lost table can be brought back.',
    first: 'Read the job’s message in AWS Backup, mend the cause, and run the rehearsal again at once.',
  },
];

/** EventBridge publishes with a role of its own: for its service principal the topic's key could set no condition. */
const targetOf = (told: Told, topic: ITopic, role: IRole): IRuleTarget => ({
  bind: () => ({
    arn: topic.topicArn,
    role,
    input: RuleTargetInput.fromText(
      [
        toldBy(told),
        `What: ${EventField.detailType} ${EventField.fromPath('$.detail.eventName')} ${EventField.fromPath('$.detail.object.key')}`,
        `Who: ${EventField.fromPath('$.detail.userIdentity.arn')}`,
        `When: ${EventField.time}, in account ${EventField.account}; event ${EventField.eventId}`,
      ].join('\n'),
    ),
  }),
});

export const watch = (scope: Construct, topic: ITopic, role: IRole): void => {
  for (const { name, pattern, ...told } of watchedEvents)
    new Rule(scope, name, {
      description: told.means,
      eventPattern: pattern,
      targets: [targetOf(told, topic, role)],
    });
};
