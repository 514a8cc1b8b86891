import { type ModuleOutline, stepsOf } from '../content/module-outline.ts';
import type { PublishedMedia } from '../media/published-media.ts';
import type { Fault } from '../problem.ts';

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
          code: 'media-published',
          detail: 'A published version shows it: what is published never changes',
        },
      ]
    : []),
  ...modules.flatMap((module) =>
    stepsOf(module)
      .filter(({ mediaIds }) => mediaIds.includes(mediaId))
      .map(({ stepId, title }) => ({
        pointer: `/modules/${module.moduleId}/steps/${stepId}`,
        code: 'media-in-draft',
        detail: `The draft shows it in “${module.title}”, step “${title}”: take it out there first`,
      })),
  ),
];
