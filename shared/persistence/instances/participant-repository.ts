import type { Participant } from '../../domain/care/participation.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

export const participantRepository = (database: Database, cursors: Cursors) => ({
  participant: (instanceId: string, staff: string) =>
    get(database, instanceEntities.participant, keys.participant(instanceId, staff)),

  /** In the order of their HSA-ids. */
  participants: (instanceId: string, page: PageRequest): Promise<Page<Stored<Participant>>> =>
    pageInInstance(database, cursors, instanceId, {
      kind: instanceEntities.participant,
      begins: prefix.participants,
      newestFirst: false,
      ...page,
    }),
});
