import { Problem, type ProblemCode } from '../../domain/problem.ts';
import type { Change } from './change.ts';

/** Nobody's right, and the attempt itself changes something, such as how many are left: stored in one transaction with its entry. */
export class CountedDenial extends Problem {
  readonly changes: readonly Change[];

  constructor(code: ProblemCode, changes: readonly Change[]) {
    super(code);
    this.changes = changes;
  }
}
