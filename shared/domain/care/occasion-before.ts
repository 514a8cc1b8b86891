import type * as z from 'zod';
import type { submittedAnswers } from './form-answers.ts';

interface Occasion {
  readonly submitted?: Pick<z.infer<typeof submittedAnswers>, 'score'> | undefined;
}

/** How many pages are looked through for one that was submitted: what was left out longer ago says little of a change. */
export const pagesLookedThrough = 5;

/**
 * What the occasion before scored (CARE-9): of an ordinary form the submission before; of a form with pages the nearest of `earlier`, the
 * pages before this one, latest first, that was submitted. Null where there is none, or it has no score.
 */
export const scoreOfOccasionBefore = (
  page: string | undefined,
  own: Occasion | undefined,
  earlier: readonly Occasion[],
): number | null => {
  const last = page === undefined ? own : earlier.find(({ submitted }) => submitted !== undefined);
  return last?.submitted?.score ?? null;
};
