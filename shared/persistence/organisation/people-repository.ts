import type { Approval } from '../../domain/organisation.ts';
import type { Person } from '../../domain/person.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { get, getMany, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** What we keep of residents: approvals, open moments they have begun, and earlier numbers. */
export const peopleRepository = (database: Database, cursors: Cursors) => ({
  approval: (unit: string, residentId: string) =>
    get(database, organisationEntities.approval, keys.approval(unit, residentId)),

  /** Those of some residents, in no order. */
  approvalsNamed: (unit: string, residentIds: readonly string[]): Promise<Stored<Approval>[]> =>
    getMany(
      database,
      organisationEntities.approval,
      [...new Set(residentIds)].map((id) => keys.approval(unit, id)),
    ),

  /** In no order that means anything: by the ids the unit knows them by. */
  approvalsOf(unit: string, page: PageRequest): Promise<Page<Stored<Approval>>> {
    const { pk } = keys.unit(unit);
    return pageInPartition(database, cursors, {
      kind: organisationEntities.approval,
      ...{ pk, begins: prefix.approvals },
      newestFirst: false,
      ...page,
      list: ['approvals', unit],
    });
  },

  /** Units that have approved a person under that number. */
  async approvingUnits(personKey: string): Promise<string[]> {
    const items = await within(database, 'organisation', {
      pk: keys.approvedAt(personKey, '').pk,
      begins: prefix.approvedAt,
    });
    return ofKind(organisationEntities.approvedAt, items).map(({ value }) => value.unit);
  },

  openReading: (unit: string, personKey: string, momentId: string, major: number) =>
    get(database, organisationEntities.openReading, keys.openReading(unit, personKey, momentId, major)),

  links: (personKey: string) => get(database, organisationEntities.personLinks, keys.personLinks(personKey)),

  /** The numbers a person had before this one, newest first. */
  async earlierNumbers(personKey: string): Promise<readonly Person[]> {
    const links = await get(database, organisationEntities.personLinks, keys.personLinks(personKey));
    return links?.value.earlier ?? [];
  },
});
