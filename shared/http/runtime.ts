import { v7 as uuidv7 } from 'uuid';
import { createPersonKeys, type PersonKeys } from '../auth/person-keys.ts';
import { createTokenVerifier, type VerifyToken } from '../auth/token-verifier.ts';
import { requestAnsweredWithinMs } from '../config/aws-patience.ts';
import { type HttpEnvironment, httpEnvironment, readEnvironment, tableNames } from '../config/environment.ts';
import type { MediaLimits } from '../domain/media/limits.ts';
import { createLog, type Log } from '../observability/log.ts';
import { createCursors } from '../persistence/engine/cursor.ts';
import { type Database, openClient } from '../persistence/engine/database.ts';
import { keySetRepository } from '../persistence/organisation/key-set-repository.ts';
import { createStores, type Registers, type Stores } from '../persistence/stores.ts';
import { createPersonRegister } from '../registers/person-register.ts';
import { createStaffDirectory } from '../registers/staff-directory.ts';
import { type MediaStore, noMediaStore } from '../storage/media-store.ts';

/** Everything a request needs that is not in the request: the one place where time, chance and AWS come in. */
export interface Runtime {
  readonly database: Database;
  readonly stores: Stores;
  readonly verifyToken: VerifyToken;
  readonly personKeys: PersonKeys;
  readonly nationalManagement: string;
  /** HSA-ids of those who administer the whole platform (ORG-1). */
  readonly nationalAdministrators: readonly string[];
  /** Care work may be done with another two-factor login than a SITHS card (ID-2). */
  readonly careWithoutCard: boolean;
  readonly allowedOrigins: readonly string[];
  readonly mediaLimits: MediaLimits;
  readonly log: Log;
  /** After which the answer is `unavailable`, whatever is still waited for. */
  readonly answeredWithinMs: number;
  now(): Date;
  newId(): string;
}

let shared: Runtime | undefined;

/** Made at the first request, so that importing a handler touches neither AWS nor the environment. */
export const runtimeFromEnvironment = (openMedia?: () => MediaStore): (() => Runtime) => {
  let own: Runtime | undefined;
  return () => {
    shared ??= createRuntime(process.env);
    own ??= openMedia ? { ...shared, stores: { ...shared.stores, media: openMedia() } } : shared;
    return own;
  };
};

const registersFrom = (
  { PERSON_REGISTER_URL, STAFF_DIRECTORY_URL, REGISTER_KEY: key }: HttpEnvironment,
  now: () => Date,
): Registers => ({
  personRegister: createPersonRegister({ url: PERSON_REGISTER_URL, key }),
  staffDirectory: createStaffDirectory({ url: STAFF_DIRECTORY_URL, key }, () => now().getTime()),
});

const createRuntime = (variables: NodeJS.ProcessEnv): Runtime => {
  const environment = readEnvironment(httpEnvironment, variables);
  const database = { client: openClient(), tables: tableNames(environment) };
  const now = () => new Date();
  return {
    database,
    stores: createStores(database, createCursors(environment.PERSON_KEY_SECRET), {
      ...registersFrom(environment, now),
      media: noMediaStore,
    }),
    verifyToken: createTokenVerifier({
      issuers: environment.ISSUERS,
      source: keySetRepository(database),
      now,
    }),
    personKeys: createPersonKeys(environment.PERSON_KEY_SECRET),
    nationalManagement: environment.NATIONAL_MANAGEMENT,
    nationalAdministrators: environment.NATIONAL_ADMINISTRATORS,
    careWithoutCard: environment.CARE_WITHOUT_CARD,
    allowedOrigins: environment.ALLOWED_ORIGINS,
    mediaLimits: environment.MEDIA_LIMITS,
    log: createLog('api'),
    answeredWithinMs: requestAnsweredWithinMs,
    now,
    newId: uuidv7,
  };
};
