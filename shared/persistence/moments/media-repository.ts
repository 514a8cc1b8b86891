import type { Media } from '../../domain/media/media.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { get, getMany, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';
import { pageInMoment } from './page-in-moment.ts';

/** What is known of a moment's files; their bytes lie in storage (shared/storage). */
export const mediaRepository = (database: Database, cursors: Cursors) => ({
  media: (momentId: string, mediaId: string) =>
    get(database, momentEntities.media, keys.media(momentId, mediaId)),

  /** Those of them that are there, in no order. */
  async mediaNamed(momentId: string, mediaIds: readonly string[]): Promise<Media[]> {
    const wanted = [...new Set(mediaIds)].map((mediaId) => keys.media(momentId, mediaId));
    return (await getMany(database, momentEntities.media, wanted)).map(({ value }) => value);
  },

  async mediaOf(momentId: string): Promise<Stored<Media>[]> {
    const { pk } = keys.moment(momentId);
    return ofKind(momentEntities.media, await within(database, 'moments', { pk, begins: prefix.media }));
  },

  /** Newest first. */
  mediaPage: (momentId: string, page: PageRequest): Promise<Page<Stored<Media>>> =>
    pageInMoment(database, cursors, momentId, {
      ...{ kind: momentEntities.media, begins: prefix.media },
      ...page,
    }),

  /** Every file that any version of the moment has ever been published with. */
  publishedMedia: (momentId: string) =>
    get(database, momentEntities.publishedMedia, keys.publishedMedia(momentId)),
});
