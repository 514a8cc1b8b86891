import type { Wording } from '../../domain/wording.ts';

export interface ProblemRow {
  readonly status: number;
  readonly title: Wording;
  /** What the caller should do instead. */
  readonly detail: Wording;
}

export const row = (status: number, title: Wording, detail: Wording): ProblemRow => ({
  status,
  title,
  detail,
});
