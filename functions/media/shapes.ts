import * as z from 'zod';
import { utcInstant } from '../../shared/domain/instant.ts';
import { contentType, mediaKind } from '../../shared/domain/media/format.ts';
import { largeFileAdvice } from '../../shared/domain/media/large-file-advice.ts';
import { type Media, mediaState, rejection } from '../../shared/domain/media/media.ts';
import { rejectionAdvice } from '../../shared/domain/media/rejection-advice.ts';
import type { Language } from '../../shared/domain/wording.ts';

const advice = z.string().meta({ description: 'What to do about it, to be shown as it is' });

export const warnings = z
  .array(
    z.object({
      code: z.literal('media-large'),
      seconds: z.int().meta({ description: 'To fetch it at so many megabits a second' }),
      megabitsPerSecond: z.number(),
      advice,
    }),
  )
  .meta({ description: 'Nothing that is warned of is refused' });

export const shownMedia = z.object({
  mediaId: z.uuid(),
  kind: mediaKind,
  fileName: z.string(),
  contentType,
  bytes: z.int(),
  state: mediaState,
  rejection: z
    .object({ code: rejection, advice })
    .optional()
    .meta({ description: 'With `rejected`: why, and what the designer can do' }),
  warnings,
  addedAt: utcInstant,
});

export const warningsOf = (media: Pick<Media, 'kind' | 'bytes'>, language: Language) => {
  const warning = largeFileAdvice(media);
  return warning ? [{ ...warning, advice: warning.advice[language] }] : [];
};

export const shown = ({ rejection: code, ...media }: Media, language: Language) => ({
  ...media,
  warnings: warningsOf(media, language),
  ...(code ? { rejection: { code, advice: rejectionAdvice[code][language] } } : {}),
});
