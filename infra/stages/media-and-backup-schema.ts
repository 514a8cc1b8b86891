import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { mediaLimits } from '../../shared/domain/media/limits.ts';

/** How far back a table can be taken to any second, and a removed file can be found again; DynamoDB’s longest. */
export const recoveryDays = 35;

const days = z.int().positive();

/** What a stage says of media: how large, of which formats, and how long an upload waits for its scan. */
export const media = z.strictObject({
  limits: mediaLimits,
  quarantineDays: days,
});

/** What a stage says of its copies; once the lock has closed, its figures can never be changed again. */
export const backup = z
  .strictObject({
    retentionDays: days.min(
      recoveryDays,
      `Backups reach at least as far back as the tables themselves: ${recoveryDays} days (SEC-2)`,
    ),
    maximumRetentionDays: days,
    lockChangeableForDays: days.min(3, 'AWS Backup lets no lock close in less than three days'),
  })
  .refine(({ retentionDays, maximumRetentionDays }) => retentionDays <= maximumRetentionDays, {
    path: ['maximumRetentionDays'],
    message: 'Must be at least retentionDays',
  });

/** CloudWatch takes certain numbers only; forever is none of them, since logs are personal data too. */
export const logRetentionDays = z
  .enum(RetentionDays)
  .refine((kept) => kept !== RetentionDays.INFINITE, 'Logs are not kept for ever');
