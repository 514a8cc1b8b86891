import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { found } from '../../../shared/domain/found.ts';
import { parseInput } from '../../../shared/http/parse-input.ts';
import { problemOf, problemResponse } from '../../../shared/http/problem-response.ts';
import { hostileBodies } from '../../support/hostile-bodies.ts';
import { anEvent } from '../http/an-event.ts';

const largestProblem = 50_000;
/** Enough for thousands of faults; `npm run bench:bodies` sends all that each route takes. */
const bytes = 16_000;

const answerTo = ({ params: _, ...contract }: Contract, body: string) => {
  try {
    parseInput(contract, anEvent({ body, headers: { 'content-type': 'application/json' } }));
    return undefined;
  } catch (error) {
    return problemResponse(problemOf(error), { correlationId: 'x', acceptLanguage: 'sv' });
  }
};

const taking = routes.flatMap(({ contract }) => (contract.body ? [contract] : []));

afterEach(() => vi.restoreAllMocks());

describe('SEC-3 a body as wrong as a body can be', () => {
  it.each(taking.map((contract) => [contract.operationId, contract] as const))(
    'is told so by %s in a bounded answer',
    (_, contract) => {
      for (const { name, text } of hostileBodies(contract, bytes)) {
        const answer = answerTo(contract, text);
        if (!answer) continue;
        expect({ name, status: answer.statusCode }).toEqual({ name, status: 400 });
        expect(answer.body.length).toBeLessThan(largestProblem);
      }
    },
  );

  it.each(
    taking
      .filter(({ body }) => body instanceof z.ZodObject)
      .map((contract) => [contract.operationId, contract] as const),
  )('is refused by %s for its unknown fields by counting them, before any is looked into', (_, contract) => {
    const schema = found(contract.body);
    const judge = vi.spyOn(schema._zod, 'run');
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (__, at) => [`a${at}`, 0]));
    const { code, errors, errorsLeft } = JSON.parse(answerTo(contract, JSON.stringify(fields))?.body ?? '{}');
    expect([code, errors[0], errorsLeft]).toEqual([
      'validation-failed',
      expect.objectContaining({ pointer: '/body/a0', code: 'no-such-field' }),
      900,
    ]);
    expect(judge).not.toHaveBeenCalled();
  });

  it('has the faults that are not told counted', () => {
    const contract = taking.find(({ operationId }) => operationId === 'saveDraft');
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`a${at}`, 0])));
    const { errors, errorsLeft } = JSON.parse((contract && answerTo(contract, body)?.body) ?? '{}');
    expect(errors).toHaveLength(100);
    expect(errorsLeft).toBeGreaterThan(4800);
  });
});
