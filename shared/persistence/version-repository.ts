import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { MomentEvent } from '../domain/moment/moment-event.ts';
import type { PublishedModule, PublishedVersion } from '../domain/moment/published-version.ts';
import type { Database } from './database.ts';
import { entities } from './entities.ts';
import { type Stored, stored } from './entity.ts';
import { keys, prefix } from './keys.ts';
import type { Cursors, Page, PageRequest } from './page.ts';
import { queryPage } from './query-page.ts';
import { get, ofKind, startingWith, within } from './read.ts';

/** What has been published, and what has happened between designer, publisher and catalogue. */
export const versionRepository = (database: Database, cursors: Cursors) => ({
  version: (momentId: string, version: string) =>
    get(database, entities.publishedVersion, keys.version(momentId, version)),
  publishedModule: (momentId: string, version: string, moduleId: string) =>
    get(database, entities.publishedModule, keys.versionModule(momentId, version, moduleId)),

  async latestVersion(momentId: string): Promise<Stored<PublishedVersion> | undefined> {
    const { client, tables } = database;
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.moments,
        ...startingWith(keys.moment(momentId).pk, prefix.versions),
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    return Items[0] && stored(entities.publishedVersion, Items[0]);
  },

  /** Newest first. */
  versions: (momentId: string, page: PageRequest): Promise<Page<Stored<PublishedVersion>>> => {
    const { pk } = keys.moment(momentId);
    return queryPage(database, cursors, {
      kind: entities.publishedVersion,
      condition: startingWith(pk, prefix.versions),
      newestFirst: true,
      ...page,
      list: ['versions', momentId],
      pointer: '/query/cursor',
      sortAttributes: ['sk'],
      startKey: ({ sk }) => ({ pk, sk }),
    });
  },

  /** In no order; the version has theirs. */
  async publishedModules(momentId: string, version: string): Promise<PublishedModule[]> {
    const { pk } = keys.moment(momentId);
    const items = await within(database, 'moments', { pk, begins: prefix.versionModules(version) });
    return ofKind(entities.publishedModule, items).map(({ value }) => value);
  },

  /** Newest first. */
  momentEvents: (momentId: string, page: PageRequest): Promise<Page<Stored<MomentEvent>>> => {
    const { pk } = keys.moment(momentId);
    return queryPage(database, cursors, {
      kind: entities.momentEvent,
      condition: startingWith(pk, prefix.momentEvents),
      newestFirst: true,
      ...page,
      list: ['moment-events', momentId],
      pointer: '/query/cursor',
      sortAttributes: ['sk'],
      startKey: ({ sk }) => ({ pk, sk }),
    });
  },
});
