import type { ProblemCode } from '../domain/problem.ts';
import { accessProblems } from './problems/access-problems.ts';
import { careProblems } from './problems/care-problems.ts';
import { contentProblems } from './problems/content-problems.ts';
import { identityProblems } from './problems/identity-problems.ts';
import { mandateProblems } from './problems/mandate-problems.ts';
import { mediaProblems } from './problems/media-problems.ts';
import { organisationProblems } from './problems/organisation-problems.ts';
import type { ProblemRow } from './problems/problem-row.ts';
import { requestProblems } from './problems/request-problems.ts';

/** Every problem the API can answer with (RFC 9457). A code without a row does not compile. */
export const problemTable: Record<ProblemCode, ProblemRow> = {
  ...accessProblems,
  ...identityProblems,
  ...mandateProblems,
  ...organisationProblems,
  ...careProblems,
  ...contentProblems,
  ...mediaProblems,
  ...requestProblems,
};
