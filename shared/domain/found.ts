import { Problem } from './problem.ts';

/** What was looked up, or the problem `not-found`. */
export const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Problem('not-found');
  return value;
};
