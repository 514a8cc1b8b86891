import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { sampleOf } from '../../../functions/samples.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { saidIn } from '../../../shared/domain/sayings/said.ts';
import { parseInput } from '../../../shared/http/parse-input.ts';
import { problemResponse } from '../../../shared/http/problem-response.ts';
import { everySaying } from '../domain/sayings/every-saying.ts';
import { anEvent } from '../http/an-event.ts';
import { schemasIn } from './schemas-in.ts';

const codes = new Set((await everySaying()).map(({ code }) => code));
const each = routes.map(({ contract }) => [contract.operationId, contract] as const);

/** Wrong for one field or another, whatever it takes. */
const wrongs: readonly unknown[] = [
  ...[undefined, null, true, -1e12, 1e12, 0.5, '', 'å', 'x'.repeat(3001), 'Anna\u0000', '199005082392'],
  ...[[], [null], Array.from({ length: 1001 }, () => 'SE2321000016-1003'), {}, { 'å å': 1, constructor: 1 }],
];

/** The value with one part of it, or the whole, replaced by each of those. */
const spoilt = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [...wrongs];
  const parts = Object.entries(value).flatMap(([name, part]) =>
    spoilt(part).map((wrong) =>
      Array.isArray(value) ? value.with(Number(name), wrong) : { ...value, [name]: wrong },
    ),
  );
  return [...wrongs, ...parts];
};

const eventOf = ({ params, query, body }: ReturnType<typeof sampleOf>) =>
  anEvent({
    pathParameters: (params ?? null) as Record<string, string> | null,
    queryStringParameters: (query ?? null) as Record<string, string> | null,
    body: JSON.stringify(body ?? {}),
    headers: { 'content-type': 'application/json', 'if-match': 'W/"3"', 'idempotency-key': 'short' },
  });

const problemOf = (contract: Contract, sample: ReturnType<typeof sampleOf>): Problem[] => {
  try {
    parseInput(contract, eventOf(sample));
    return [];
  } catch (error) {
    return error instanceof Problem ? [error] : [];
  }
};

const problemsOf = (contract: Contract): Problem[] => {
  const sample = sampleOf(contract);
  const wrong = (['params', 'query', 'body'] as const).flatMap((part) =>
    spoilt(sample[part] ?? {}).map((given) => ({ ...sample, [part]: given })),
  );
  return wrong.flatMap((one) => problemOf(contract, one as typeof sample));
};

const errorsIn = (problem: Problem, acceptLanguage: string): { detail: string; code: string }[] =>
  JSON.parse(problemResponse(problem, { correlationId: 'x', acceptLanguage }).body).errors;

describe('AUT-9, SEC-3 what is wrong with a request', () => {
  it.each(each)('of %s is told with a code, in Swedish and in English', (_, contract) => {
    const faults = problemsOf(contract).flatMap((problem) => problem.faults);
    const firsts = [...new Map(faults.map((fault) => [fault.code, fault])).values()];
    const problem = new Problem('validation-failed', firsts);
    const [swedish, english] = [errorsIn(problem, 'sv'), errorsIn(problem, 'en')];
    for (const [at, { code, detail }] of swedish.entries()) {
      expect(codes).toContain(code);
      expect(english[at]?.code).toBe(code);
      expect(detail).not.toBe(english[at]?.detail);
    }
  });

  it('is told by many rules, each in its own words', () => {
    const faults = each.flatMap(([, contract]) => problemsOf(contract)).flatMap((problem) => problem.faults);
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(25);
  });

  it.each(each)('is worded by %s in no schema in one language alone', (_, { params, query, body }) => {
    const seen = new Set([params, query, body].flatMap((schema) => [...schemasIn(schema)]));
    const rules = [...seen].flatMap((schema) => [
      schema._zod.def,
      ...(schema._zod.def.checks ?? []).map((check) => check._zod.def),
    ]);
    for (const rule of rules) {
      const isPattern = 'format' in rule && rule.format === 'regex';
      if (!rule.error && !isPattern) continue;
      expect(saidIn('params' in rule ? rule.params : undefined)).toBeDefined();
    }
  });
});
