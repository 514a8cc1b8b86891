import { type Result, withinForms } from '../../domain/care/result.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

interface ResultsAsked extends PageRequest {
  readonly formId?: string | undefined;
}

/** What each submission said and came to. */
export const resultRepository = (database: Database, cursors: Cursors) => ({
  /** Newest first, of one form or of all; a page ends before more versions of forms than are shown beside it. */
  results: (instanceId: string, { formId, ...page }: ResultsAsked): Promise<Page<Stored<Result>>> =>
    pageInInstance(database, cursors, instanceId, {
      ...{ kind: instanceEntities.result, begins: prefix.results },
      only: formId === undefined ? {} : { formId },
      fitting: withinForms,
      ...page,
    }),
});
