import type { PersonRegister } from '../registers/person-register.ts';
import type { StaffDirectory } from '../registers/staff-directory.ts';
import { auditLogReader } from './audit-log-reader.ts';
import type { Database } from './database.ts';
import { instanceRepository } from './instance-repository.ts';
import { mandateRepository } from './mandate-repository.ts';
import { momentRepository } from './moment-repository.ts';
import type { Cursors } from './page.ts';
import { peopleRepository } from './people-repository.ts';
import { providerRepository } from './provider-repository.ts';
import { roleRepository } from './role-repository.ts';
import { statisticsRepository } from './statistics-repository.ts';
import { unitRepository } from './unit-repository.ts';

/** What others keep and we only ask (shared/registers/README.md). */
export interface Registers {
  readonly personRegister: PersonRegister;
  readonly staffDirectory: StaffDirectory;
}

/** What use cases read. Nothing here writes: a use case hands its changes to the pipeline, which commits them. */
export const createStores = (database: Database, cursors: Cursors, registers: Registers) => ({
  organisation: {
    ...providerRepository(database, cursors),
    ...unitRepository(database, cursors),
    ...roleRepository(database, cursors),
    ...statisticsRepository(database, cursors),
  },
  people: { ...peopleRepository(database, cursors), ...mandateRepository(database) },
  moments: momentRepository(database),
  instances: instanceRepository(database, cursors),
  auditLog: auditLogReader(database, cursors),
  ...registers,
});
export type Stores = ReturnType<typeof createStores>;
