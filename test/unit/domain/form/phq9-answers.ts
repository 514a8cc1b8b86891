import { phq9 } from '../../../../infra/local/demo/facts/content.ts';
import type { Answers } from '../../../../shared/domain/form/answers/answers.ts';

const options = ['not-at-all', 'several-days', 'more-than-half', 'nearly-every-day'];
const items = phq9.scoring?.questionIds ?? [];

/** PHQ-9 answered so: one number from 0 to 3 for each of the nine items, in their order. */
export const phq9Answers = (scores: readonly number[]): Answers =>
  Object.fromEntries(items.map((questionId, at) => [questionId, options[scores[at] ?? 0] ?? '']));

/** PHQ-9 answered so that it sums to `total`, the last item as late as possible. */
export const phq9Summing = (total: number): Answers =>
  phq9Answers(items.map((_, at) => Math.min(3, Math.max(0, total - 3 * at))));
