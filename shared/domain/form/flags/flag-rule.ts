import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { formSayings } from '../../sayings/form-sayings.ts';
import { told } from '../../sayings/said.ts';
import { followUp } from '../questions/follow-up.ts';
import { label } from '../questions/wording.ts';

/** Both ends are within it. */
const range = z.union(
  [z.strictObject({ from: z.int(), to: z.int().optional() }), z.strictObject({ to: z.int() })],
  told(formSayings['flag-condition-form']),
);

export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Infinite where no bound is said. */
export const endsOf = (said: {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}): Ends => {
  const { from = -Infinity, to = Infinity } = said;
  return { from, to };
};

const flagCondition = z
  .union(
    [followUp, z.strictObject({ sum: range }), z.strictObject({ change: range })],
    told(formSayings['flag-condition-form']),
  )
  .meta({
    id: 'FlagCondition',
    description:
      'An answer, as for follow-ups; or the form’s `sum`; or its `change`: how much higher the sum is than at the occasion before, lower being below zero. Both ends are included',
    examples: [
      { questionId: 'self-harm', when: { anyOf: ['often', 'always'] } },
      { sum: { from: 20 } },
      { change: { to: -5 } },
    ],
  });
export type FlagCondition = z.infer<typeof flagCondition>;

/** An urgent one stands first until somebody has seen it, and tells the resident at once where help is (CARE-9). */
export const flagLevel = z.enum(['urgent', 'notice']);

export const mostFlags = 20;
const mostConditions = 10;

/** What staff are told of when a form is submitted (CARE-9). */
export const flagRule = z
  .strictObject({
    flagId: contentId,
    level: flagLevel,
    label,
    when: z.array(flagCondition).max(mostConditions),
  })
  .meta({
    id: 'FlagRule',
    description: 'Raised by a submission for which all of `when` holds; with none, by every submission',
    examples: [
      {
        ...{ flagId: 'self-harm', level: 'urgent', label: 'Tankar på att skada sig själv' },
        when: [{ questionId: 'self-harm', when: { anyOf: ['often', 'always'] } }],
      },
      { flagId: 'worse', level: 'notice', label: 'Sämre än sist', when: [{ change: { from: 5 } }] },
    ],
  });
export type FlagRule = z.infer<typeof flagRule>;
