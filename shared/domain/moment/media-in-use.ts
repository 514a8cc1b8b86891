import { type ModuleOutline, stepsOf } from '../content/module-outline.ts';
import type { PublishedMedia } from '../media/published-media.ts';
import type { Fault } from '../problem.ts';
import { mediaSayings } from '../sayings/media-sayings.ts';

interface Places {
  readonly modules: readonly ModuleOutline[];
  readonly published: PublishedMedia | undefined;
}

/** Every place that keeps a file from being removed (MED-6); none where it may go. */
export const usesOf = (mediaId: string, { modules, published }: Places): Fault[] => [
  ...(published?.mediaIds.includes(mediaId)
    ? [
        {
          pointer: '/params/mediaId',
          ...mediaSayings['media-published'],
        },
      ]
    : []),
  ...modules.flatMap((module) =>
    stepsOf(module)
      .filter(({ mediaIds }) => mediaIds.includes(mediaId))
      .map(({ stepId, title }) => ({
        pointer: `/modules/${module.moduleId}/steps/${stepId}`,
        ...mediaSayings['media-in-draft'](module.title, title),
      })),
  ),
];
