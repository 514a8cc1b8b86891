import type { ClearedFlag, Flag } from '../../domain/care/flag.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

type FlagOf = Pick<Flag, 'instanceId' | 'formId' | 'page'>;

/** What has been flagged in an instance. */
export const flagRepository = (database: Database, cursors: Cursors) => ({
  flag: ({ instanceId, formId, page, flagId }: FlagOf & Pick<Flag, 'flagId'>) =>
    get(database, instanceEntities.flag, keys.flag(instanceId, formId, page, flagId)),

  /** Those open on a form, or a page of it: bounded by the form’s own rules. */
  async flagsOn({ instanceId, formId, page }: FlagOf): Promise<Stored<Flag>[]> {
    const { pk } = keys.instance(instanceId);
    const begins = prefix.flagsOn(formId, page);
    return ofKind(instanceEntities.flag, await within(database, 'instances', { pk, begins }));
  },

  /** Those that are open, form by form. */
  flags: (instanceId: string, page: PageRequest): Promise<Page<Stored<Flag>>> =>
    pageInInstance(database, cursors, instanceId, {
      ...{ kind: instanceEntities.flag, begins: prefix.flags, consistent: true },
      ...page,
    }),

  clearedFlag: (instanceId: string, clearingId: string) =>
    get(database, instanceEntities.clearedFlag, keys.clearedFlag(instanceId, clearingId)),

  /** Newest first. */
  clearedFlags: (instanceId: string, page: PageRequest): Promise<Page<Stored<ClearedFlag>>> =>
    pageInInstance(database, cursors, instanceId, {
      ...{ kind: instanceEntities.clearedFlag, begins: prefix.clearedFlags },
      ...page,
    }),
});
