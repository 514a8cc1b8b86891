import type { MomentEvent } from '../../domain/moment/moment-event.ts';
import type { PublishedModule } from '../../domain/moment/published-version.ts';
import type { Recall } from '../../domain/moment/recall.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get, getMany, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';
import { pageInMoment } from './page-in-moment.ts';

/** What has been published, and what has happened between designer, publisher and catalogue. */
export const versionRepository = (database: Database, cursors: Cursors) => ({
  version: (momentId: string, version: string) =>
    get(database, momentEntities.publishedVersion, keys.version(momentId, version)),
  publishedModule: (momentId: string, version: string, moduleId: string) =>
    get(database, momentEntities.publishedModule, keys.versionModule(momentId, version, moduleId)),

  /** In no order; the version has theirs. */
  async publishedModules(momentId: string, version: string): Promise<PublishedModule[]> {
    const { pk } = keys.moment(momentId);
    const items = await within(database, 'moments', { pk, begins: prefix.versionModules(version) });
    return ofKind(momentEntities.publishedModule, items).map(({ value }) => value);
  },

  recall: (momentId: string, version: string) =>
    get(database, momentEntities.recall, keys.recall(momentId, version)),

  /** Of one major, or of all. Few: a version is seldom recalled. */
  async recalls(momentId: string, major?: number): Promise<Stored<Recall>[]> {
    const begins = major === undefined ? prefix.recalls : prefix.recallsOfMajor(major);
    return ofKind(
      momentEntities.recall,
      await within(database, 'moments', { pk: keys.moment(momentId).pk, begins }),
    );
  },

  /** Of these very versions, by moment and version. */
  async recallsAmong(
    versions: readonly { readonly momentId: string; readonly momentVersion: string }[],
  ): Promise<Recall[]> {
    const wanted = versions.map(({ momentId, momentVersion }) => keys.recall(momentId, momentVersion));
    return (await getMany(database, momentEntities.recall, wanted)).map(({ value }) => value);
  },

  /** Newest first. */
  momentEvents: (momentId: string, page: PageRequest): Promise<Page<Stored<MomentEvent>>> =>
    pageInMoment(database, cursors, momentId, {
      ...{ kind: momentEntities.momentEvent, begins: prefix.momentEvents },
      ...page,
    }),
});
