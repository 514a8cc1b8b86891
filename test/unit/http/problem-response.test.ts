import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import { Problem, type ProblemCode } from '../../../shared/domain/problem.ts';
import { problemOf, problemResponse } from '../../../shared/http/problem-response.ts';
import { requestId } from './an-event.ts';

const codes = Object.keys(problemTable) as ProblemCode[];
const answer = (problem: Problem, acceptLanguage?: string) => {
  const { statusCode, headers, body } = problemResponse(problem, {
    correlationId: requestId,
    acceptLanguage,
  });
  return { statusCode, headers, body: JSON.parse(body) as Record<string, unknown>, text: body };
};
const languageFor = (acceptLanguage?: string) =>
  answer(new Problem('not-found'), acceptLanguage).headers?.['content-language'];

describe('every problem', () => {
  it.each(codes)('%s is answered by RFC 9457, with its code at the end of its type', (code) => {
    const { statusCode, headers, body } = answer(new Problem(code), 'en');
    expect(statusCode).toBe(problemTable[code].status);
    expect(headers?.['content-type']).toBe('application/problem+json');
    expect(body).toEqual({
      type: `/problems/${code}`,
      code,
      title: problemTable[code].title.en,
      status: statusCode,
      detail: problemTable[code].detail.en,
      instance: `urn:uuid:${requestId}`,
    });
  });

  it('lists its faults under errors, and has no such member without any', () => {
    const faults = [{ pointer: '/body/a', code: 'odd', detail: { sv: 'Fel', en: 'Wrong' } }];
    expect(answer(new Problem('validation-failed', faults)).body['errors']).toHaveLength(1);
    expect(answer(new Problem('validation-failed')).body).not.toHaveProperty('errors');
  });

  it('tells faults in the reader’s language', () => {
    const fault = { pointer: '/body/a', code: 'odd', detail: { sv: 'Fel', en: 'Wrong' } };
    const problem = new Problem('validation-failed', [fault]);
    expect(answer(problem, 'sv').body['errors']).toEqual([{ ...fault, detail: 'Fel' }]);
    expect(answer(problem, 'en').body['errors']).toEqual([{ ...fault, detail: 'Wrong' }]);
  });

  it('lists a hundred faults at most, and no more than there is room for, and says how many are left', () => {
    const fault = (text: string) => ({
      ...{ pointer: '/body', code: 'odd' },
      detail: { sv: text, en: text },
    });
    const many = Array.from({ length: 130 }, () => fault('Wrong'));
    const { body } = answer(new Problem('validation-failed', many, { faultsLeft: 1000 }));
    expect(body['errors']).toHaveLength(100);
    expect(body['errorsLeft']).toBe(1030);
    const long = Array.from({ length: 100 }, () => fault('x'.repeat(1000)));
    const bounded = answer(new Problem('validation-failed', long));
    expect(bounded.text.length).toBeLessThan(50_000);
    const { errors, errorsLeft } = bounded.body as { errors: unknown[]; errorsLeft: number };
    expect(errors.length + errorsLeft).toBe(100);
  });

  it('says to log in when that is what is missing, and what is wrong with the token when it is there', () => {
    for (const code of codes) {
      const { headers, statusCode } = answer(new Problem(code));
      const expected = code === 'token-missing' ? 'Bearer' : 'Bearer error="invalid_token"';
      expect(headers?.['www-authenticate']).toBe(statusCode === 401 ? expected : undefined);
      expect(headers?.['retry-after']).toBe(statusCode === 503 ? '1' : undefined);
    }
  });
});

describe('the language of a problem', () => {
  it.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['sv', 'sv'],
    ['sv-SE', 'sv'],
    ['SV-se', 'sv'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['*', 'sv'],
    ['de', 'en'],
    ['de, sv;q=0.1', 'sv'],
    ['sv;q=0.5, en;q=0.9', 'en'],
    ['en;q=0.5, sv;q=0.9', 'sv'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['sv;q=0, *', 'en'],
    ['sv;q=0', 'en'],
  ])('asked for with %j is %s', (acceptLanguage, language) => {
    expect(languageFor(acceptLanguage)).toBe(language);
    const { title, detail } = problemTable['not-found'];
    const { body } = answer(new Problem('not-found'), acceptLanguage);
    expect([body['title'], body['detail']]).toEqual([title[language as 'sv'], detail[language as 'sv']]);
  });

  it('is one of the two whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(['sv', 'en']).toContain(languageFor(header));
      }),
    );
  });
});

describe('LOG-15 an error that is no problem of ours', () => {
  it('says nothing of itself, whatever it is', () => {
    const secret = 'secret 199005082392';
    const thrown = fc.constantFrom<unknown>(
      new Error(secret, { cause: secret }),
      Object.assign(new TypeError(secret), { statusCode: 418, [secret]: secret }),
      Object.assign(new Error(secret), { name: 'AccessDeniedException', $metadata: {}, Item: secret }),
      Object.assign(new Error(secret), { statusCode: 422, cause: { data: secret } }),
      { message: secret },
      secret,
    );
    fc.assert(
      fc.property(thrown, fc.constantFrom('sv', 'en'), (error, language) => {
        expect(answer(problemOf(error), language).text).not.toContain('199005082392');
      }),
    );
  });

  const from = (status: number) => Object.assign(new Error('x'), { statusCode: status });
  const aws = (name: string) => Object.assign(new Error('x'), { name, $metadata: {} });

  it.each<[string, unknown, ProblemCode]>([
    ['a mistake', new TypeError('x'), 'internal-error'],
    ['what is no error', 'x', 'internal-error'],
    ['nothing', undefined, 'internal-error'],
    ['413 of the middleware', from(413), 'payload-too-large'],
    ['415 of the middleware', from(415), 'unsupported-media-type'],
    ['422 of the middleware', from(422), 'malformed-json'],
    ['another status of a middleware', from(403), 'internal-error'],
    ['a throttled table', aws('ThrottlingException'), 'unavailable'],
    ['a table that refuses', aws('AccessDeniedException'), 'unavailable'],
    ['a table out of reach', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a request DynamoDB cannot read', aws('ValidationException'), 'internal-error'],
  ])('becomes, from %s, its problem with the error as cause', (_, error, code) => {
    expect(problemOf(error)).toMatchObject({ code, faults: [] });
    expect(problemOf(error).cause).toBe(error);
  });

  it('leaves problems of ours as they are', () => {
    const problem = new Problem('role-missing');
    expect(problemOf(problem)).toBe(problem);
  });
});
