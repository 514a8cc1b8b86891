import * as z from 'zod';
import { plainText } from '../plain-text.ts';
import { contentId } from './content-id.ts';
import { linkAddress } from './link-address.ts';
import { richText } from './rich-text.ts';
import { title } from './title.ts';

const secondsInDay = 86_400;
/** Seconds from the beginning. */
const moment = z.number().min(0).max(secondsInDay);

/** Characters, and captions, at most: all of a step is read at once. */
const longestCaption = 500;
const longestTranscript = 20_000;
const longestAlternative = 1000;
const mostCaptions = 2000;

const textBlocks = [
  z.strictObject({ type: z.literal('heading'), level: z.int().min(2).max(4), text: title }),
  z.strictObject({ type: z.literal('paragraph'), text: richText }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(richText).min(1).max(100) }),
  z.strictObject({ type: z.literal('quotation'), text: richText, source: title.optional() }),
  z.strictObject({ type: z.literal('link'), text: title, href: linkAddress }),
] as const;

const caption = z.strictObject({
  from: moment,
  to: moment,
  text: plainText({ min: 1, max: longestCaption }),
});
const transcript = plainText({ min: 1, max: longestTranscript });

const mediaBlocks = [
  z.strictObject({
    type: z.literal('image'),
    mediaId: z.uuid(),
    alternativeText: plainText({ min: 1, max: longestAlternative })
      .optional()
      .meta({ description: 'For those who do not see it; without one the moment is not exported' }),
    caption: richText.optional(),
  }),
  z.strictObject({
    type: z.literal('sound'),
    mediaId: z.uuid(),
    title,
    transcript: transcript.optional(),
  }),
  z.strictObject({
    type: z.literal('film'),
    mediaId: z.uuid(),
    title,
    captions: z
      .array(caption)
      .min(1)
      .max(mostCaptions)
      .optional()
      .meta({ description: 'Seconds; show as WebVTT' }),
    transcript: transcript.optional(),
  }),
  z.strictObject({ type: z.literal('document'), mediaId: z.uuid(), title }),
] as const;

/** A part of a step: text, a medium, or a form (AUT-2). */
export const block = z
  .discriminatedUnion('type', [
    ...textBlocks,
    ...mediaBlocks,
    z.strictObject({ type: z.literal('form'), formId: contentId }),
  ])
  .meta({
    id: 'Block',
    examples: [
      { type: 'heading', level: 2, text: 'Först en skattning' },
      {
        type: 'paragraph',
        text: [{ text: 'Det finns ' }, { text: 'inga', strong: true }, { text: ' fel svar.' }],
      },
      {
        type: 'image',
        mediaId: '01936a0e-0000-7000-8000-000000000001',
        alternativeText: 'En stig i en skog',
      },
      { type: 'form', formId: 'phq-9' },
    ],
  });
export type Block = z.infer<typeof block>;
