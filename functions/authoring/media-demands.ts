import { type ModuleOutline, mediaIdsOf } from '../../shared/domain/content/module-outline.ts';
import { type Change, demandUnread } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys } from '../../shared/persistence/keys.ts';

/** Media that come into the draft must be the moment's own and may be on their way, but not rejected or removed: `media-unknown`. */
export const mediaDemands = (
  momentId: string,
  before: readonly ModuleOutline[],
  after: readonly ModuleOutline[],
): Change[] => {
  const known = new Set(before.flatMap(mediaIdsOf));
  return [...new Set(after.flatMap(mediaIdsOf))]
    .filter((mediaId) => !known.has(mediaId))
    .map((mediaId) =>
      demandUnread(entities.media, keys.media(momentId, mediaId), {
        state: ['awaiting-upload', 'scanning', 'available'],
        otherwise: 'media-unknown',
      }),
    );
};
