import * as z from 'zod';
import { issuers } from '../auth/issuer-settings.ts';
import type { Table } from '../contract/grant.ts';
import { hsaId } from '../domain/hsa-id.ts';
import { mediaLimits } from '../domain/media/limits.ts';
import { json } from './json.ts';

const name = z.string().min(1);

const tables = {
  TABLE_ORGANISATION: name,
  TABLE_MOMENTS: name,
  TABLE_INSTANCES: name,
  TABLE_ACTIVITIES: name,
  TABLE_AUDIT_LOG: name,
};

/** TLS everywhere (SEC-4); without it only on one machine. */
const registerUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .refine(
    (url) => url.startsWith('https://') || new URL(url).hostname === '127.0.0.1',
    'Must begin with https://',
  );

/** What every function behind the API needs. */
export const httpEnvironment = z.object({
  ...tables,
  ISSUERS: json.pipe(issuers),
  /** At least 32 characters; see `createPersonKeys`. */
  PERSON_KEY_SECRET: z.string().min(32),
  /** HSA-id that owns log entries no care provider owns: denied attempts of callers without one. */
  NATIONAL_MANAGEMENT: hsaId,
  /** HSA-ids of those who administer the whole platform, comma-separated (ORG-1). */
  NATIONAL_ADMINISTRATORS: z
    .string()
    .transform((list) => list.split(',').map((id) => id.trim()))
    .pipe(z.array(hsaId).min(1)),
  /** Whether care work may be done with another two-factor login than a SITHS card (ID-2). */
  CARE_WITHOUT_CARD: z.enum(['true', 'false']).transform((said) => said === 'true'),
  PERSON_REGISTER_URL: registerUrl,
  STAFF_DIRECTORY_URL: registerUrl,
  /** What both registers know us by (shared/registers/README.md). */
  REGISTER_KEY: z.string().min(16),
  /** How large media may be and of which formats (MED-1). */
  MEDIA_LIMITS: json.pipe(mediaLimits),
  /** Origins of the front ends, comma-separated. */
  ALLOWED_ORIGINS: z.string().transform((list) => list.split(',').map((origin) => origin.trim())),
});
export type HttpEnvironment = z.infer<typeof httpEnvironment>;

export const tableNames = (
  environment: Pick<HttpEnvironment, keyof typeof tables>,
): Record<Table, string> => ({
  organisation: environment.TABLE_ORGANISATION,
  moments: environment.TABLE_MOMENTS,
  instances: environment.TABLE_INSTANCES,
  activities: environment.TABLE_ACTIVITIES,
  auditLog: environment.TABLE_AUDIT_LOG,
});

const buckets = { MEDIA_QUARANTINE_BUCKET: name, MEDIA_PUBLISHED_BUCKET: name };

/** What functions with storage need beside all else. */
export const mediaEnvironment = z.object(buckets);

/** What the functions need that judge uploads and take media away. */
export const uploadEnvironment = z.object({ ...tables, ...buckets });

/** What the stream's consumer needs. */
export const auditConsumerEnvironment = z.object({ TABLE_AUDIT_LOG: name });

/** What the functions around the identity providers’ keys need: the refresher and the authorizer. */
/** Of what measures how long urgent flags wait. */
export const urgentFlagEnvironment = z.object({ TABLE_INSTANCES: name });

export const keySetEnvironment = z.object({ TABLE_ORGANISATION: name, ISSUERS: json.pipe(issuers) });

/** Reads the environment once, at start; names everything missing or wrong at once, never a value. */
export const readEnvironment = <T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Environment not usable: ${wrong.join('; ')}`);
};
