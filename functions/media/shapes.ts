import * as z from 'zod';
import { utcInstant } from '../../shared/domain/instant.ts';
import { contentType, mediaKind } from '../../shared/domain/media/format.ts';
import { largeFileAdvice } from '../../shared/domain/media/large-file-advice.ts';
import { type Media, mediaState, rejection, rejectionAdvice } from '../../shared/domain/media/media.ts';

export const warnings = z
  .array(
    z.object({
      code: z.literal('media-large'),
      seconds: z.int().meta({ description: 'To fetch it at so many megabits a second' }),
      megabitsPerSecond: z.number(),
      advice: z.string(),
    }),
  )
  .meta({ description: 'Nothing that is warned of is refused' });

export const shownMedia = z.object({
  mediaId: z.uuid(),
  kind: mediaKind,
  fileName: z.string(),
  contentType,
  bytes: z.int(),
  state: mediaState.exclude(['removed']),
  rejection: z
    .object({ reason: rejection, advice: z.string() })
    .optional()
    .meta({ description: 'With `rejected`: why, and what the designer can do' }),
  warnings,
  addedAt: utcInstant,
});

export const warningsOf = (media: Pick<Media, 'kind' | 'bytes'>) => {
  const advice = largeFileAdvice(media);
  return advice ? [advice] : [];
};

/** As it is shown; undefined for what has been removed, which is there for nobody. */
export const shown = ({ state, rejection: reason, ...media }: Media) =>
  state === 'removed'
    ? undefined
    : {
        ...media,
        state,
        warnings: warningsOf(media),
        ...(reason ? { rejection: { reason, advice: rejectionAdvice[reason] } } : {}),
      };
