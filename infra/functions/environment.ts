import type { httpEnvironment, mediaEnvironment } from '../../shared/config/environment.ts';
import type { DataStack } from '../data/data-stack.ts';
import { bucketNamesOf } from '../rights/storage-grants.ts';
import type { Stage } from '../stages/stage.ts';

type Name = keyof typeof httpEnvironment.shape | keyof typeof mediaEnvironment.shape;

/** The value of every variable a function can need, under the names the functions read them by. */
export type Environment = Readonly<Record<Name, string>>;

export const environmentOf = (
  stage: Stage,
  { tables, personKeySecret, registerKey }: DataStack,
): Environment => {
  const buckets = bucketNamesOf(stage);
  return {
    TABLE_ORGANISATION: tables.organisation.tableName,
    TABLE_MOMENTS: tables.moments.tableName,
    TABLE_INSTANCES: tables.instances.tableName,
    TABLE_ACTIVITIES: tables.activities.tableName,
    TABLE_AUDIT_LOG: tables.auditLog.tableName,
    ISSUERS: JSON.stringify(stage.issuers),
    // Dynamic references in the template: CloudFormation puts the values in when it deploys.
    PERSON_KEY_SECRET: personKeySecret.secretValue.unsafeUnwrap(),
    REGISTER_KEY: registerKey.secretValue.unsafeUnwrap(),
    PERSON_REGISTER_URL: stage.registers.person.url,
    STAFF_DIRECTORY_URL: stage.registers.staff.url,
    NATIONAL_MANAGEMENT: stage.nationalManagement,
    NATIONAL_ADMINISTRATORS: stage.nationalAdministrators.join(','),
    CARE_WITHOUT_CARD: String(stage.careWithoutCard),
    MEDIA_LIMITS: JSON.stringify(stage.media.limits),
    MEDIA_QUARANTINE_BUCKET: buckets.quarantine,
    MEDIA_PUBLISHED_BUCKET: buckets.published,
    ALLOWED_ORIGINS: stage.allowedOrigins.join(','),
  };
};

/** Only what the schema of that kind of function asks for. */
export const environmentFor = (
  { shape }: { readonly shape: Partial<Record<Name, unknown>> },
  all: Environment,
): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([name]) => name in shape));
