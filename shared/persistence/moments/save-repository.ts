import type { SavedPart } from '../../domain/moment/saved-part.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';
import { pageInMoment } from './page-in-moment.ts';

/** The history of a draft's saves. */
export const saveRepository = (database: Database, cursors: Cursors) => ({
  /** What was changed, newest first. */
  saves: (momentId: string, page: PageRequest): Promise<Page<Stored<SavedPart>>> =>
    pageInMoment(database, cursors, momentId, {
      ...{ kind: momentEntities.savedPart, begins: prefix.saves },
      ...page,
    }),

  /** Everything one save changed: bounded by what a transaction holds. */
  async savedParts(momentId: string, saveId: string): Promise<SavedPart[]> {
    const { pk } = keys.moment(momentId);
    const items = await within(database, 'moments', { pk, begins: prefix.savedParts(saveId) });
    return ofKind(momentEntities.savedPart, items).map(({ value }) => value);
  },
});
