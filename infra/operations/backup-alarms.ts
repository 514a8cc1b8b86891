import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { BackupStack } from '../backup/backup-stack.ts';
import { recoveryDays } from '../stages/media-and-backup-schema.ts';
import type { AlarmSpec } from './alarm.ts';

/** Failures are told by events as they happen; this is for the silence when nothing runs at all (SEC-2). */
export const backupAlarms = ({ vault }: BackupStack): AlarmSpec[] => [
  {
    name: 'NoBackup',
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
    metric: new Metric({
      namespace: 'AWS/Backup',
      metricName: 'NumberOfBackupJobsCompleted',
      dimensionsMap: { BackupVaultName: vault.backupVaultName },
      statistic: Stats.SUM,
      period: Duration.days(1),
    }),
    threshold: 1,
    below: true,
    periods: 2,
    means: `Nobody notices anything, but for two days nothing has been copied into the vault; the tables’ own ${recoveryDays} days still hold.`,
    first:
      'Look in AWS Backup for the plan’s jobs, and whether DynamoDB and S3 are switched on for the account there.',
  },
];
