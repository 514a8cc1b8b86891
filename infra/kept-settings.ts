import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const days = z.int().positive();
const limit = <T extends string>(...types: [T, ...T[]]) =>
  z.strictObject({
    /** The largest file of this kind; 10^6 bytes each. */
    megabytes: z.int().min(1).max(5000),
    /** A format that is not listed here cannot be configured either: neither SVG nor HTML is safe to show (MED-1). */
    types: z.array(z.enum(types)).min(1),
  });

/** What a stage says of media: how large, of which formats, and how long an upload waits for its scan. */
export const media = z.strictObject({
  limits: z.strictObject({
    image: limit('image/jpeg', 'image/png', 'image/gif', 'image/webp'),
    sound: limit('audio/mpeg', 'audio/mp4'),
    film: limit('video/mp4'),
    document: limit('application/pdf'),
  }),
  quarantineDays: days,
});

/** What a stage says of its copies; once the lock has closed, its figures can never be changed again. */
export const backup = z
  .strictObject({
    retentionDays: days.min(
      35,
      'Backups reach at least as far back as the tables themselves: 35 days (SEC-2)',
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
