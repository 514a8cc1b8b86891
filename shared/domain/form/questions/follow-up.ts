import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { formSayings } from '../../sayings/form-sayings.ts';
import { told } from '../../sayings/said.ts';
import { numberBound } from './number-bound.ts';
import { mostOptions } from './question-limits.ts';

const condition = z
  .union(
    [
      z.strictObject({ anyOf: z.array(contentId).min(1).max(mostOptions) }),
      z.strictObject({ is: z.boolean() }),
      z.strictObject({ from: numberBound, to: numberBound.optional() }),
      z.strictObject({ to: numberBound }),
    ],
    told(formSayings['condition-form']),
  )
  .meta({
    id: 'Condition',
    description:
      '`anyOf`: at least one of these options is chosen. `is`: the answer to yes or no. `from`, `to`: a number or scale between them, both included',
    examples: [{ anyOf: ['often', 'always'] }, { is: true }, { from: 7 }],
  });
export type Condition = z.infer<typeof condition>;

/** A follow-up is asked when an earlier question on the same page is itself asked and has this answer (AUT-3). */
export const followUp = z.strictObject({ questionId: contentId, when: condition }).meta({
  id: 'FollowUp',
  description: 'Show the question only while the one named here is shown and its answer fits `when`',
  examples: [{ questionId: 'has-medicine', when: { is: true } }],
});

export type FollowUp = z.infer<typeof followUp>;

/** What a condition on a number or scale says; undefined where it is one on something else. */
export const rangeIn = (
  when: Condition,
): { from?: number | undefined; to?: number | undefined } | undefined =>
  'anyOf' in when || 'is' in when ? undefined : when;

/** Whatever the answer is: one of another type does not fit. */
export const fits = (when: Condition, answer: unknown): boolean => {
  if ('anyOf' in when) {
    const chosen: unknown[] = Array.isArray(answer) ? answer : [answer];
    return when.anyOf.some((optionId) => chosen.includes(optionId));
  }
  if ('is' in when) return answer === when.is;
  const { from = -Infinity, to = Infinity } = rangeIn(when) ?? {};
  return typeof answer === 'number' && from <= answer && answer <= to;
};
