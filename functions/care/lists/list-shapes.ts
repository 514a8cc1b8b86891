import * as z from 'zod';
import { priorityWord } from '../../../shared/domain/care/attention.ts';
import { lastingParts } from '../../../shared/domain/care/participation.ts';
import { shownCategory } from '../../../shared/domain/care/unit-categories.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { summary, unreadMessages } from '../shapes.ts';

export const shownStaff = z.object({
  staff: z.string(),
  name: z
    .string()
    .optional()
    .meta({ description: 'Absent where their identity is protected or the staff directory is silent' }),
});

/** A moment as the lists of staff show it. */
export const listedRow = summary.extend({
  momentVersion: summary.shape.momentVersion.meta({
    description: 'As it was started; openInstance has the present minor',
  }),
  practitioner: shownStaff,
  attended: z
    .boolean()
    .optional()
    .meta({ description: 'False where the practitioner has the role no more; absent where it has ended' }),
  as: z.enum(lastingParts).optional().meta({ description: 'What the caller takes part as' }),
  priority: priorityWord.meta({ description: 'What presses most in it' }),
  since: utcInstant.meta({ description: 'Since when that has waited; else when it began, or ended' }),
  unreadFromResident: unreadMessages,
  openFlags: z.int().optional(),
  urgentFlags: z
    .int()
    .optional()
    .meta({ description: 'Those of them that are urgent and that nobody has seen' }),
  lastResidentActivityAt: utcInstant.optional(),
  categories: z.array(shownCategory),
});
