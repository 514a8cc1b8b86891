import * as z from 'zod';
import { type Block, block } from './block.ts';
import { contentId } from './content-id.ts';
import { title } from './title.ts';

/** A page of the moment (steg) as it is kept: what it says, without its place. */
export const stepContent = z.strictObject({
  title,
  blocks: z.array(block).max(100),
});
export type StepContent = z.infer<typeof stepContent>;

export const step = stepContent.extend({ stepId: contentId }).meta({
  id: 'Step',
  examples: [
    {
      stepId: 'start-why',
      title: 'Varför frågar vi?',
      blocks: [
        { type: 'paragraph', text: [{ text: 'Dina svar hjälper din behandlare.' }] },
        { type: 'list', ordered: false, items: [[{ text: 'Svara som det känns' }]] },
        { type: 'form', formId: 'phq-9' },
      ],
    },
  ],
});
export type Step = z.infer<typeof step>;

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

export const formIdsIn = ({ blocks }: Pick<StepContent, 'blocks'>): string[] =>
  once(blocks.flatMap((part) => (part.type === 'form' ? [part.formId] : [])));

const hasMedia = (part: Block): part is Extract<Block, { mediaId: string }> => 'mediaId' in part;

export const mediaIdsIn = ({ blocks }: Pick<StepContent, 'blocks'>): string[] =>
  once(blocks.filter(hasMedia).map(({ mediaId }) => mediaId));
