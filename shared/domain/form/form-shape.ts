import * as z from 'zod';
import { contentId } from '../content/content-id.ts';
import { title } from '../content/title.ts';
import { flagRule, mostFlags } from './flags/flag-rule.ts';
import { formKind } from './form-kind.ts';
import { question } from './questions/question.ts';
import { scoringRules } from './scoring/scoring-rules.ts';

export const formPage = z
  .strictObject({
    pageId: contentId,
    title: title.optional(),
    questions: z.array(question).min(1).max(100),
  })
  .meta({ id: 'FormPage' });

/** What a form holds; whether it holds together is for `form` to say. */
export const formShape = z.strictObject({
  formId: contentId,
  kind: formKind,
  title,
  pages: z.array(formPage).min(1).max(50),
  scoring: scoringRules.optional(),
  flags: z.array(flagRule).max(mostFlags).optional(),
});
export type Form = z.infer<typeof formShape>;
