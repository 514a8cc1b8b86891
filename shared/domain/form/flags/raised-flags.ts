import { fits } from '../questions/follow-up.ts';
import { type Ends, endsOf, type FlagCondition, type FlagRule } from './flag-rule.ts';

export interface Submitted {
  /** Only what was asked. */
  readonly answers: ReadonlyMap<string, unknown>;
  readonly score: number | null;
  /** What the occasion before scored; null where there was none, or it had no score. */
  readonly before: number | null;
}

const lies = ({ from, to }: Ends, value: number): boolean => from <= value && value <= to;

const holds = (condition: FlagCondition, { answers, score, before }: Submitted): boolean => {
  if ('questionId' in condition) return fits(condition.when, answers.get(condition.questionId));
  if (score === null) return false;
  if ('sum' in condition) return lies(endsOf(condition.sum), score);
  return before !== null && lies(endsOf(condition.change), score - before);
};

/** The flags that a submission raises, in the form’s own order (CARE-9). What cannot be known raises none. */
export const raisedFlags = (flags: readonly FlagRule[], submitted: Submitted): FlagRule[] =>
  flags.filter(({ when }) => when.every((condition) => holds(condition, submitted)));
