import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem } from '../../../shared/domain/problem.ts';
import type { Said } from '../../../shared/domain/sayings/said.ts';
import { problemResponse } from '../../../shared/http/problem-response.ts';

export interface Readiness {
  /** All there: from now on `GET /health` is the API’s own. */
  ready(): void;
  /** What `GET /health` answers until then; undefined for everything else. */
  page(path: string): APIGatewayProxyResult | undefined;
}

/** The system answers before all that was promised is in it: whoever waits for that asks here, and is told what is missing. */
export const createReadiness = (missing: Said): Readiness => {
  let complete = false;
  return {
    ready() {
      complete = true;
    },
    page(path) {
      if (complete || path !== '/health') return undefined;
      const problem = new Problem('unavailable', [{ pointer: '', ...missing }]);
      return problemResponse(problem, { correlationId: randomUUID(), acceptLanguage: 'en' });
    },
  };
};
