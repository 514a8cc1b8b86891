import type { PersonRegister } from '../registers/person-register.ts';
import type { StaffDirectory } from '../registers/staff-directory.ts';
import type { MediaStore } from '../storage/media-store.ts';
import { activationRepository } from './activation-repository.ts';
import { auditLogReader } from './audit-log-reader.ts';
import { catalogueRepository } from './catalogue-repository.ts';
import { contentRepository } from './content-repository.ts';
import type { Database } from './database.ts';
import { draftRepository } from './draft-repository.ts';
import { instanceRepository } from './instance-repository.ts';
import { mandateRepository } from './mandate-repository.ts';
import { mediaRepository } from './media-repository.ts';
import type { Cursors } from './page.ts';
import { peopleRepository } from './people-repository.ts';
import { providerRepository } from './provider-repository.ts';
import { roleRepository } from './role-repository.ts';
import { saveRepository } from './save-repository.ts';
import { statisticsRepository } from './statistics-repository.ts';
import { testRepository } from './test-repository.ts';
import { unitRepository } from './unit-repository.ts';
import { versionRepository } from './version-repository.ts';

/** What others keep and we only ask (shared/registers/README.md). */
export interface Registers {
  readonly personRegister: PersonRegister;
  readonly staffDirectory: StaffDirectory;
}

/** What stores hold that is not in DynamoDB. */
export interface Outside extends Registers {
  readonly media: MediaStore;
}

/** What use cases read. Nothing here writes: a use case hands its changes to the pipeline, which commits them. */
export const createStores = (database: Database, cursors: Cursors, outside: Outside) => ({
  organisation: {
    ...providerRepository(database, cursors),
    ...unitRepository(database, cursors),
    ...roleRepository(database, cursors),
    ...statisticsRepository(database, cursors),
  },
  people: { ...peopleRepository(database, cursors), ...mandateRepository(database) },
  moments: {
    ...draftRepository(database, cursors),
    ...contentRepository(database),
    ...saveRepository(database, cursors),
    ...versionRepository(database, cursors),
    ...catalogueRepository(database, cursors),
    ...activationRepository(database, cursors),
    ...testRepository(database),
    ...mediaRepository(database, cursors),
  },
  instances: instanceRepository(database, cursors),
  auditLog: auditLogReader(database, cursors),
  ...outside,
});
export type Stores = ReturnType<typeof createStores>;
