import type { InformationMessage } from '../../domain/provider.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { get } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** What providers have posted to their units. */
export const informationRepository = (database: Database, cursors: Cursors) => ({
  informationMessage: (provider: string, messageId: string) =>
    get(database, organisationEntities.informationMessage, keys.informationMessage(provider, messageId)),

  /** Newest first, withdrawn ones too, whether shown now or not. */
  informationMessages: (provider: string, page: PageRequest): Promise<Page<Stored<InformationMessage>>> =>
    pageInPartition(database, cursors, {
      kind: organisationEntities.informationMessage,
      ...{ pk: keys.provider(provider).pk, begins: prefix.messages },
      newestFirst: true,
      ...page,
      list: ['information-messages', provider],
    }),
});
