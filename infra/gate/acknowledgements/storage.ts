import type { Acknowledgement } from './acknowledgement.ts';
import { givenOutput } from './given-output.ts';

/** Secrets, buckets and backups. */
export const storageAcknowledgements: readonly Acknowledgement[] = [
  {
    rules: ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled'],
    at: /^Data\/PersonKeySecret$/,
    reason:
      'This is no password. Every person’s key in the tables is an HMAC made with it, so that a new value would make all care ' +
      'data unfindable. It is generated in Secrets Manager, seen by nobody, encrypted with the own key and retained, ' +
      'and reaches functions as an environment variable under a key of its own (Guard rule SecretOfAFunctionHasOwnKey).',
  },
  {
    rules: ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled'],
    at: /^Data\/RegisterKey$/,
    reason:
      'The other end is run by others: a key that Secrets Manager changed by itself would shut every member of staff out until ' +
      'the adapters have it too. People change it, together with whoever runs the adapters (infra/README.md). Alone it opens ' +
      'nothing: the registers answer behind PrivateLink only, to the security group of the API’s functions.',
  },
  {
    rules: ['NIST.800.53.R5-S3BucketReplicationEnabled'],
    at: /^(Archive\/(AccessLogs|Archive)|Media\/(Quarantine|Published)|(Audit|Media)\/Undelivered|Operations\/TrailBucket)$/,
    reason:
      'The control asks for a second copy in case of loss; copies in another Region would leave Sweden (SEC-1). S3 keeps each ' +
      'object in three zones of Stockholm, every version is kept, the archive is locked against everyone and the published ' +
      'media are backed up daily into a locked vault.',
  },
  {
    rules: ['NIST.800.53.R5-S3DefaultEncryptionKMS', 'BucketHasOwnKey'],
    at: /^Archive\/AccessLogs$/,
    reason:
      'S3 delivers server access logs only to a bucket that is encrypted with S3’s own key (SSE-S3, AES-256). They hold object ' +
      'names and who asked, no contents; names are random ids.',
  },
  {
    rules: [
      `AwsSolutions-IAM5[Resource::${givenOutput('media', 'PublishOutputFnGetAttPublished616FB537Arn342924DD')}/*]`,
    ],
    at: /^Backup\/BackupRole$/,
    reason:
      'A backup is of every object of the bucket, whatever its name; the star stands for the names in this one bucket. The ' +
      'actions only read, and only AWS Backup, for this account, can take the role.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::arn:aws:events:eu-north-1:{account}:rule/AwsBackupManagedRule*]'],
    at: /^Backup\/BackupRole$/,
    reason:
      'AWS Backup makes a rule of its own to follow changes in the bucket and adds a suffix that it chooses; nothing but such ' +
      'rules has the prefix.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::*]'],
    at: /^Backup\/BackupRole$/,
    reason:
      'events:ListRules and cloudwatch:GetMetricData, which AWS limits to no resource (Service Authorization Reference). Both ' +
      'only read names and figures; the Guard rule RoleNamesItsResources stops any other action on all resources.',
  },
  {
    rules: [
      'AwsSolutions-IAM5[Resource::arn:aws:dynamodb:eu-north-1:{account}:table/awsbackup-restore-test-*]',
      'AwsSolutions-IAM5[Resource::arn:aws:dynamodb:eu-north-1:{account}:table/restored-*]',
    ],
    at: /^Backup\/RestoreRole$/,
    reason:
      'A restored table is new, and its name is known first when it is made: by AWS Backup in a rehearsal, by operations in a ' +
      'real restore. The prefixes match no table in use, so that a restore can never write over one.',
  },
  {
    rules: ['RoleIsNeverGivenDestruction'],
    at: /^Backup\/RestoreRole$/,
    reason:
      'AWS Backup asks for Scan and DeleteItem to fill a restored table and check it. They hold for tables with the prefixes ' +
      'of restored ones only, never for a table in use, and only AWS Backup, for this account, can take the role.',
  },
];
