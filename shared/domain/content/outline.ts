import * as z from 'zod';
import { plainText } from '../plain-text.ts';
import { contentId } from './content-id.ts';
import { inMaintenance } from './in-maintenance.ts';
import { momentFunctions } from './moment-functions.ts';
import { title } from './title.ts';

export const momentKind = z
  .enum(['patient-education', 'course', 'support', 'health-plan', 'self-rating', 'treatment'])
  .meta({ id: 'MomentKind' });

/** How many modules a moment has at most: publishing writes each of them in one transaction. */
export const mostModules = 50;

/** How many forms a moment has at most: a version's table of contents lists them all. */
export const mostForms = 100;

/** Characters of the text that welcomes to a moment. */
const longestWelcome = 10_000;

/** What is said of a moment as a whole, and the order of its modules (AUT-1, AUT-4, PUB-8). */
export const outline = z
  .strictObject({
    title,
    kind: momentKind,
    welcome: plainText({ min: 0, max: longestWelcome }),
    functions: momentFunctions,
    maintenance: inMaintenance.optional(),
    open: z.boolean().meta({
      description: 'An open moment (öppet moment): a unit’s residents see it without being started',
    }),
    openedByPractitioner: z.array(contentId).max(mostModules).meta({
      description:
        'Modules that stay closed to a resident until the practitioner opens them; all others are open from the start',
    }),
    moduleIds: z.array(contentId).max(mostModules),
  })
  .meta({ id: 'Outline' });
export type Outline = z.infer<typeof outline>;
