import type { Break } from './break.ts';
import { mediaBreaks } from './media.ts';

const bucket = 'Media/Published';

const tables: Break[] = [
  {
    what: 'public keys that any function may store',
    caughtBy: 'PublicKeysAreStoredByOneRole',
    at: 'Data/Organisation',
    set: { 'Replicas.0.ResourcePolicy': undefined },
  },
  {
    what: 'a copy of a table in Ireland',
    caughtBy: 'TableHasOneReplicaInStockholm',
    at: 'Data/Moments',
    set: { 'Replicas.1': { Region: 'eu-west-1' } },
  },
  {
    what: 'a table that cannot be taken back in time',
    caughtBy: 'TableIsRecoverable',
    at: 'Data/Moments',
    set: { 'Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': false },
  },
  {
    what: 'a table that can be taken back for a day only',
    caughtBy: 'TableIsRecoverable',
    at: 'Data/Instances',
    set: { 'Replicas.0.PointInTimeRecoverySpecification.RecoveryPeriodInDays': 1 },
  },
  {
    what: 'a table that may be deleted',
    caughtBy: 'TableIsKept',
    at: 'Data/Organisation',
    set: { 'Replicas.0.DeletionProtectionEnabled': false },
  },
  {
    what: 'a table that goes with its stack',
    caughtBy: 'TableIsKept',
    at: 'Data/AuditLog',
    beside: { DeletionPolicy: 'Delete' },
  },
  {
    what: 'a table under a key of AWS’s',
    caughtBy: 'TableHasOwnKey',
    at: 'Data/Instances',
    set: { 'Replicas.0.SSESpecification': undefined },
  },
  {
    what: 'keys of persons shown in Contributor Insights',
    caughtBy: 'TableKeysAreNotShown',
    at: 'Data/AuditLog',
    set: { 'Replicas.0.ContributorInsightsSpecification.Enabled': true },
  },
  {
    what: 'an outbox that grows for ever',
    caughtBy: 'OutboxExpires',
    at: 'Data/Activities',
    set: { TimeToLiveSpecification: undefined },
  },
];

const storage: Break[] = [
  {
    what: 'a bucket that a first deployment that fails leaves in the way of the next',
    caughtBy: 'BucketIsKept',
    at: 'Media/Quarantine',
    beside: { DeletionPolicy: 'Retain' },
  },
  {
    what: 'a public bucket',
    caughtBy: 'BucketIsPrivate',
    at: bucket,
    set: { PublicAccessBlockConfiguration: undefined },
  },
  {
    what: 'uploads for everyone to see',
    caughtBy: 'BucketIsPrivate',
    at: 'Media/Quarantine',
    set: { 'PublicAccessBlockConfiguration.RestrictPublicBuckets': false },
  },
  {
    what: 'a bucket under a key of AWS’s',
    caughtBy: 'BucketHasOwnKey',
    at: bucket,
    set: { BucketEncryption: undefined },
  },
  {
    what: 'a bucket that goes with its stack',
    caughtBy: 'BucketIsKept',
    at: bucket,
    beside: { DeletionPolicy: 'Delete' },
  },
  {
    what: 'a bucket copied out of Sweden',
    caughtBy: 'BucketStaysInStockholm',
    at: bucket,
    set: { ReplicationConfiguration: { Role: 'one', Rules: [] } },
  },
  {
    what: 'a bucket that answers every page',
    caughtBy: 'BucketSharesWithKnownOrigins',
    at: bucket,
    set: { 'CorsConfiguration.CorsRules.0.AllowedOrigins': ['*'] },
  },
  {
    what: 'a bucket that any page may empty',
    caughtBy: 'BucketSharesWithKnownOrigins',
    at: 'Media/Quarantine',
    set: { 'CorsConfiguration.CorsRules.0.AllowedMethods': ['POST', 'DELETE'] },
  },
  {
    what: 'plain HTTP to a bucket',
    caughtBy: 'BucketRefusesOldTls',
    at: 'Media/Undelivered/Policy',
    set: { 'PolicyDocument.Statement': [] },
  },
  {
    what: 'a bucket that allows plain HTTP in the words that refuse it',
    caughtBy: 'BucketRefusesOldTls',
    at: 'Audit/Undelivered/Policy',
    set: { 'PolicyDocument.Statement.0.Effect': 'Allow' },
  },
  {
    what: 'an archive an administrator may empty',
    caughtBy: 'ArchiveCannotBeRewritten',
    at: 'Archive/Archive',
    set: { 'ObjectLockConfiguration.Rule.DefaultRetention.Mode': 'GOVERNANCE' },
  },
  {
    what: 'a key for the whole world',
    caughtBy: 'KeyIsKept',
    at: 'Data/AuditKey',
    set: { MultiRegion: true },
  },
  {
    what: 'a key that is never changed',
    caughtBy: 'KeyIsRotated',
    at: 'Data/LogKey',
    set: { EnableKeyRotation: false },
  },
  {
    what: 'a secret that goes with its stack',
    caughtBy: 'SecretIsKept',
    at: 'Data/PersonKeySecret',
    beside: { DeletionPolicy: 'Delete' },
  },
  {
    what: 'a key of the registers’ that is copied abroad',
    caughtBy: 'SecretIsKept',
    at: 'Data/RegisterKey',
    set: { ReplicaRegions: [{ Region: 'eu-west-1' }] },
  },
  {
    what: 'backups that can be deleted',
    caughtBy: 'VaultCannotBeEmptied',
    at: 'Backup/Vault',
    set: { LockConfiguration: undefined },
  },
  {
    what: 'backups copied out of Sweden',
    caughtBy: 'BackupStaysInStockholm',
    at: 'Backup/Plan',
    set: { 'BackupPlan.BackupPlanRule.0.CopyActions': [{ DestinationBackupVaultArn: 'one' }] },
  },
];

export const storageBreaks: readonly Break[] = [...tables, ...storage, ...mediaBreaks];
