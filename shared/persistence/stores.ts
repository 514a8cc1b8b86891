import { auditLogReader } from './audit-log-reader.ts';
import type { Database } from './database.ts';
import { instanceRepository } from './instance-repository.ts';
import { momentRepository } from './moment-repository.ts';
import { organisationRepository } from './organisation-repository.ts';
import type { Cursors } from './page.ts';

/** What use cases read. Nothing here writes: a use case hands its changes to the pipeline, which commits them. */
export const createStores = (database: Database, cursors: Cursors) => ({
  organisation: organisationRepository(database),
  moments: momentRepository(database),
  instances: instanceRepository(database, cursors),
  auditLog: auditLogReader(database, cursors),
});
export type Stores = ReturnType<typeof createStores>;
