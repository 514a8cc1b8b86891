import type { Comment } from '../../domain/care/comment.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

/** Apart from all that residents’ routes read: none of them reaches a comment by mistake. */
export const commentRepository = (database: Database, cursors: Cursors) => ({
  /** Newest first. */
  comments: (instanceId: string, page: PageRequest): Promise<Page<Stored<Comment>>> =>
    pageInInstance(database, cursors, instanceId, {
      kind: instanceEntities.comment,
      begins: prefix.comments,
      ...page,
    }),
});
