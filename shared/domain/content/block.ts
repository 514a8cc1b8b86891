import * as z from 'zod';
import { plainLine, plainText } from '../plain-text.ts';
import { contentId } from './content-id.ts';
import { richText } from './rich-text.ts';

const title = plainLine({ min: 1, max: 200 });
/** Seconds from the beginning. */
const moment = z.number().min(0).max(86_400);

const textBlocks = [
  z.strictObject({ type: z.literal('heading'), level: z.int().min(2).max(4), text: title }),
  z.strictObject({ type: z.literal('paragraph'), text: richText }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(richText).min(1).max(100) }),
  z.strictObject({ type: z.literal('quotation'), text: richText, source: title.optional() }),
  z.strictObject({ type: z.literal('link'), text: title, href: z.url({ protocol: /^https$/ }).max(2000) }),
] as const;

const caption = z.strictObject({ from: moment, to: moment, text: plainText({ min: 1, max: 500 }) });
const transcript = plainText({ min: 1, max: 20_000 });

const mediaBlocks = [
  z.strictObject({
    type: z.literal('image'),
    mediaId: z.uuid(),
    alternativeText: plainText({ min: 1, max: 1000 })
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
    captions: z.array(caption).min(1).max(2000).optional().meta({ description: 'Seconds; show as WebVTT' }),
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
