import type { InformationMessage } from '../../domain/provider.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { keys, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** What providers have posted to their units. */
export const informationRepository = (database: Database, cursors: Cursors) => ({
  /** The hundred posted last, newest first, whether shown now or not. */
  async informationMessages(provider: string): Promise<InformationMessage[]> {
    const { items } = await pageInPartition(database, cursors, {
      kind: organisationEntities.informationMessage,
      ...{ pk: keys.provider(provider).pk, begins: prefix.messages },
      newestFirst: true,
      limit: 100,
      cursor: undefined,
      list: ['information-messages', provider],
    });
    return items.map(({ value }) => value);
  },
});
