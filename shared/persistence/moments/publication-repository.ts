import type { VersionFingerprint } from '../../domain/moment/comparing/version-fingerprint.ts';
import type { Publication } from '../../domain/moment/publication.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';
import { pageInMoment } from './page-in-moment.ts';

/** Majors of a moment that are looked through for the one a draft goes on from. */
const mostMajors = 100;

/** What each version changed, and what versions are compared by (AUT-8). */
export const publicationRepository = (database: Database, cursors: Cursors) => ({
  /** Newest first. */
  publications: (momentId: string, page: PageRequest): Promise<Page<Stored<Publication>>> =>
    pageInMoment(database, cursors, momentId, {
      ...{ kind: momentEntities.publication, begins: prefix.publications },
      ...page,
    }),

  versionFingerprint: (momentId: string, version: string) =>
    get(database, momentEntities.versionFingerprint, keys.versionFingerprint(momentId, version)),

  /**
   * Of the latest minor of each major, newest major first: what a draft goes on from is among them, and is found without knowing which
   * it is. As many as one query reads, which is a megabyte.
   */
  async fingerprintsOfMajors(momentId: string): Promise<VersionFingerprint[]> {
    const { items } = await pageInMoment(database, cursors, momentId, {
      ...{ kind: momentEntities.majorFingerprint, begins: prefix.fingerprintsOfMajors },
      ...{ limit: mostMajors, cursor: undefined, consistent: true },
    });
    return items.map(({ value }) => value);
  },
});
