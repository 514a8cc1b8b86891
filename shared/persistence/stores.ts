import type { PersonRegister } from '../registers/person-register.ts';
import type { StaffDirectory } from '../registers/staff-directory.ts';
import type { MediaStore } from '../storage/media-store.ts';
import { auditLogReader } from './audit-log/audit-log-reader.ts';
import type { Cursors } from './engine/cursor.ts';
import type { Database } from './engine/database.ts';
import { commentRepository } from './instances/comment-repository.ts';
import { flagRepository } from './instances/flag-repository.ts';
import { formRepository } from './instances/form-repository.ts';
import { instanceRepository } from './instances/instance-repository.ts';
import { listRepository } from './instances/list-repository.ts';
import { participantRepository } from './instances/participant-repository.ts';
import { resultRepository } from './instances/result-repository.ts';
import { timelineRepository } from './instances/timeline-repository.ts';
import { activationRepository } from './moments/activation-repository.ts';
import { catalogueRepository } from './moments/catalogue-repository.ts';
import { contentRepository } from './moments/content-repository.ts';
import { draftRepository } from './moments/draft-repository.ts';
import { mediaRepository } from './moments/media-repository.ts';
import { publicationRepository } from './moments/publication-repository.ts';
import { saveRepository } from './moments/save-repository.ts';
import { testRepository } from './moments/test-repository.ts';
import { versionRepository } from './moments/version-repository.ts';
import { informationRepository } from './organisation/information-repository.ts';
import { mandateRepository } from './organisation/mandate-repository.ts';
import { peopleRepository } from './organisation/people-repository.ts';
import { practisingRepository } from './organisation/practising-repository.ts';
import { providerRepository } from './organisation/provider-repository.ts';
import { proxyMandateRepository } from './organisation/proxy-mandate-repository.ts';
import { roleRepository } from './organisation/role-repository.ts';
import { statisticsRepository } from './organisation/statistics-repository.ts';
import { unitRepository } from './organisation/unit-repository.ts';

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
    ...informationRepository(database, cursors),
    ...unitRepository(database, cursors),
    ...roleRepository(database, cursors),
    ...practisingRepository(database),
    ...statisticsRepository(database, cursors),
  },
  people: {
    ...peopleRepository(database, cursors),
    ...mandateRepository(database, cursors),
    ...proxyMandateRepository(database, cursors),
  },
  moments: {
    ...draftRepository(database, cursors),
    ...contentRepository(database),
    ...saveRepository(database, cursors),
    ...versionRepository(database, cursors),
    ...publicationRepository(database, cursors),
    ...catalogueRepository(database, cursors),
    ...activationRepository(database, cursors),
    ...testRepository(database),
    ...mediaRepository(database, cursors),
  },
  instances: {
    ...instanceRepository(database, cursors),
    ...formRepository(database, cursors),
    ...participantRepository(database, cursors),
    ...commentRepository(database, cursors),
    ...flagRepository(database, cursors),
    ...resultRepository(database, cursors),
    ...timelineRepository(database, cursors),
    ...listRepository(database, cursors),
  },
  auditLog: auditLogReader(database, cursors),
  ...outside,
});
export type Stores = ReturnType<typeof createStores>;
