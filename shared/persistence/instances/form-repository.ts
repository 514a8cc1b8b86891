import type { FormInstance } from '../../domain/care/form-instance.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get, getMany, nearestBefore, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

const kind = instanceEntities.formInstance;

/** What has been answered in the forms of an instance. */
export const formRepository = (database: Database, cursors: Cursors) => ({
  /** An ordinary form, or one page of a form that has them. */
  form: (instanceId: string, formId: string, page?: string) =>
    get(
      database,
      kind,
      page === undefined ? keys.formInstance(instanceId, formId) : keys.formPage(instanceId, formId, page),
    ),

  /** Ordinary ones: bounded by the forms of the moment. */
  async forms(instanceId: string): Promise<Stored<FormInstance>[]> {
    const { pk } = keys.instance(instanceId);
    return ofKind(kind, await within(database, 'instances', { pk, begins: prefix.forms }));
  },

  /** Those of the pages that are there. */
  somePages: (instanceId: string, formId: string, pages: readonly string[]) =>
    getMany(
      database,
      kind,
      pages.map((page) => keys.formPage(instanceId, formId, page)),
    ),

  /** The pages before one, the nearest first; none for an ordinary form. */
  pagesBefore: async (
    { instanceId, formId, page }: Pick<FormInstance, 'instanceId' | 'formId' | 'page'>,
    most: number,
  ): Promise<Stored<FormInstance>[]> =>
    page === undefined
      ? []
      : nearestBefore(database, kind, {
          begins: prefix.pagesOf(formId),
          before: keys.formPage(instanceId, formId, page),
          most,
        }),

  /** The latest day or the last tab first. */
  pages: (instanceId: string, formId: string, page: PageRequest): Promise<Page<Stored<FormInstance>>> =>
    pageInInstance(database, cursors, instanceId, { kind, begins: prefix.pagesOf(formId), ...page }),
});
