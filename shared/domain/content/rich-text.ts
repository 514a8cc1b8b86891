import * as z from 'zod';
import { textPart } from '../plain-text.ts';
import { linkAddress } from './link-address.ts';

/** Characters set in one way, without a change of emphasis or link. */
const longestRun = 5000;

const run = z.strictObject({
  text: textPart({ min: 1, max: longestRun }),
  strong: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  href: linkAddress.optional(),
});

/** Text as runs, one after the other, each with its own emphasis or link. Never HTML: what is shown is the front end's to make (AUT-2). */
export const richText = z
  .array(run)
  .min(1)
  .max(100)
  .meta({
    id: 'RichText',
    description: 'Runs of text, to be set one after the other without anything between them',
    examples: [
      [
        { text: 'Läs gärna ' },
        { text: 'hela', strong: true },
        { text: ' sidan på ' },
        { text: '1177', href: 'https://www.1177.se' },
        { text: ' 🌻' },
      ],
    ],
  });
