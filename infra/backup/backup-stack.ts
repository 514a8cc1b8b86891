import { Duration, RemovalPolicy, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  CfnRestoreTestingPlan,
  CfnRestoreTestingSelection,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import { ownKey } from '../data/keys.ts';
import type { MediaStack } from '../media/media-stack.ts';
import type { Stage } from '../stages/stage.ts';
import { type BackedUp, backupRole, restoreRole } from './backup-roles.ts';

interface BackupStackProps extends StackProps {
  readonly data: DataStack;
  readonly media: MediaStack;
  readonly backup: Stage['backup'];
}

const timezone = TimeZone.of('Europe/Stockholm');

// No rule copies anything anywhere, and nobody else may either: nothing leaves Sweden (SEC-1).
const nothingLeaves = () =>
  new PolicyStatement({
    sid: 'NothingLeaves',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['backup:CopyFromBackupVault', 'backup:StartCopyJob'],
    resources: ['*'],
  });

/**
 * Copies that nobody can remove before their time, the account's root included, and a monthly restore that shows they can be
 * used (SEC-2): https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export class BackupStack extends Stack {
  readonly vault: BackupVault;

  constructor(scope: Construct, id: string, { data, media, backup, ...props }: BackupStackProps) {
    super(scope, id, props);
    const key = ownKey(this, 'Key', 'Encrypts the backups of Stöd och behandling (SEC-4)');
    this.vault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lockConfiguration: {
        minRetention: Duration.days(backup.retentionDays),
        maxRetention: Duration.days(backup.maximumRetentionDays),
        changeableFor: Duration.days(backup.lockChangeableForDays),
      },
      accessPolicy: new PolicyDocument({ statements: [nothingLeaves()] }),
      // The lock does the same for good, but only once it can no longer be changed.
      blockRecoveryPointDeletion: true,
    });
    const tables = Object.values(data.tables);
    const backedUp: BackedUp = {
      tableArns: tables.map(({ tableArn }) => tableArn),
      // What lies in quarantine may be harmful and is gone in days: it is not copied.
      bucketArns: [media.published.bucketArn],
      keys: [key, data.key, data.auditKey, media.key],
    };
    this.copyDaily(backedUp, backup);
    this.rehearseRestore(backedUp, data);
  }

  /** Kept no longer than asked: what is purged of a person must be gone from all copies in the end (END-4). */
  private copyDaily(backedUp: BackedUp, { retentionDays }: Stage['backup']): void {
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: this.vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ hour: '2', minute: '0' }),
          scheduleExpressionTimezone: timezone,
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(8),
          deleteAfter: Duration.days(retentionDays),
        }),
      ],
    });
    plan.addSelection('Selection', {
      resources: [...backedUp.tableArns, ...backedUp.bucketArns].map((arn) => BackupResource.fromArn(arn)),
      role: backupRole(this, 'BackupRole', backedUp),
      disableDefaultBackupPolicy: true,
    });
  }

  /** https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html; the restored tables are removed after. */
  private rehearseRestore(backedUp: BackedUp, data: DataStack): void {
    const rehearsal = new CfnRestoreTestingPlan(this, 'Rehearsal', {
      restoreTestingPlanName: 'monthly_rehearsal',
      scheduleExpression: 'cron(0 12 1 * ? *)',
      scheduleExpressionTimezone: timezone.timezoneName,
      startWindowHours: 1,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [this.vault.backupVaultArn],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: 2,
      },
    });
    new CfnRestoreTestingSelection(this, 'RehearsedTables', {
      restoreTestingPlanName: rehearsal.ref,
      restoreTestingSelectionName: 'tables',
      protectedResourceType: 'DynamoDB',
      protectedResourceArns: [...backedUp.tableArns],
      iamRoleArn: restoreRole(this, 'RestoreRole', backedUp).roleArn,
      // Otherwise care data would lie under a key of AWS's while it is looked at.
      restoreMetadataOverrides: { encryptionType: 'KMS', kmsMasterKeyArn: data.key.keyArn },
      validationWindowHours: 4,
    });
  }
}
