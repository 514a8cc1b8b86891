import { type KeptFinding, noted } from '../../content/finding.ts';
import { type Ends, endsOf, type FlagCondition } from '../flags/flag-rule.ts';
import type { Form } from '../form-shape.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { canFit } from './can-fit.ts';
import { type Range, sumRange } from './sum-range.ts';

const meet = ({ from, to }: Ends, { low, high }: Range): boolean => from <= high && low <= to;

const canHold = (form: Form, condition: FlagCondition): boolean => {
  if ('questionId' in condition) {
    const { questionId, when } = condition;
    return questionsOf(form).some((question) => question.questionId === questionId && canFit(question, when));
  }
  if (!form.scoring) return false;
  const sums = sumRange(form, form.scoring);
  const widest = sums.high - sums.low;
  return 'sum' in condition
    ? meet(endsOf(condition.sum), sums)
    : meet(endsOf(condition.change), { low: -widest, high: widest });
};

/** Flags that no answers raise (AUT-9, CARE-9), each at the condition that keeps it down. */
export const flagFindings = (form: Form): KeptFinding[] =>
  (form.flags ?? []).flatMap(({ flagId, when }, flag) =>
    when.flatMap((condition, at) =>
      canHold(form, condition)
        ? []
        : [
            noted(
              { code: 'flag-never-raised', level: 'error', pointer: `/flags/${flag}/when/${at}` },
              flagId,
            ),
          ],
    ),
  );
