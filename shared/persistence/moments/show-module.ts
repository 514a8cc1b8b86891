import { type ModuleOutline, mediaIdsOf, stepsOf } from '../../domain/content/module-outline.ts';
import { type ShownMedium, type ShownModule, shownModuleOf } from '../../domain/content/shown-module.ts';
import type { Media } from '../../domain/media/media.ts';
import type { MediaStore } from '../../storage/media-store.ts';
import type { contentRepository } from './content-repository.ts';
import type { mediaRepository } from './media-repository.ts';

const shownMediumOf = async (store: MediaStore, medium: Media): Promise<ShownMedium> => {
  const { mediaId, kind, fileName, contentType, bytes } = medium;
  return { mediaId, kind, fileName, contentType, bytes, ...(await store.link(medium)) };
};

interface Sources {
  readonly moments: Pick<ReturnType<typeof contentRepository>, 'keptSteps'> &
    Pick<ReturnType<typeof mediaRepository>, 'mediaNamed'>;
  readonly media: MediaStore;
}

/**
 * A module with the contents of its steps and links to its files, in one round trip. Whether the module may be seen is for the caller
 * to know; only files that are `available` are linked to (MED-4).
 */
export const showModule = async (
  { moments, media: store }: Sources,
  momentId: string,
  module: ModuleOutline,
): Promise<ShownModule> => {
  const [contents, media] = await Promise.all([
    moments.keptSteps(
      momentId,
      stepsOf(module).map(({ digest }) => digest),
    ),
    moments.mediaNamed(momentId, mediaIdsOf(module)),
  ]);
  const available = media.filter(({ state }) => state === 'available');
  const shown = await Promise.all(available.map((medium) => shownMediumOf(store, medium)));
  return shownModuleOf(module, contents, shown);
};
