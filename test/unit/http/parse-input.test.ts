import type { APIGatewayProxyEvent } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseInput } from '../../../shared/http/parse-input.ts';
import { problemIn, refusal } from '../refusal.ts';
import { anEvent } from './an-event.ts';
import { aStaffContract } from './contract-examples.ts';

const contract = aStaffContract({
  method: 'POST',
  status: 201,
  ifMatch: true,
  params: z.strictObject({ thingId: z.uuid() }),
  query: z.strictObject({ limit: z.coerce.number().int().max(100).default(50) }),
  body: z.strictObject({
    title: z.string().min(1),
    parts: z.array(z.strictObject({ size: z.int() })),
    names: z.record(z.string(), z.string()),
  }),
});

const thingId = '4f8e2b70-1c5e-4b7a-9a51-8b7a3f0c2d11';
const json = { 'content-type': 'application/json' };
const good = {
  pathParameters: { thingId },
  queryStringParameters: null,
  headers: { ...json, 'if-match': '"3"' },
  body: JSON.stringify({ title: 'x', parts: [], names: {} }),
};
const parse = (rest: Partial<APIGatewayProxyEvent> = {}) =>
  parseInput(contract, anEvent({ ...good, ...rest }));
const pointers = (rest: Partial<APIGatewayProxyEvent>) => {
  const problem = problemIn(() => parse(rest));
  return [problem?.code, ...(problem?.faults.map(({ pointer }) => pointer) ?? [])];
};
const withBody = (body: unknown) => ({ body: JSON.stringify(body) });

describe('AUT-7 input that fits its contract', () => {
  it('is read with its defaults, its version and its key', () => {
    const headers = { ...good.headers, 'idempotency-key': 'a-key-of-eight' };
    expect(parse({ headers })).toEqual({
      params: { thingId },
      query: { limit: 50 },
      body: { title: 'x', parts: [], names: {} },
      expectedVersion: 3,
      idempotencyKey: 'a-key-of-eight',
      language: 'sv',
    });
  });

  it('is read from base64 as well', () => {
    const body = Buffer.from(good.body).toString('base64');
    expect(parse({ body, isBase64Encoded: true }).body).toEqual({ title: 'x', parts: [], names: {} });
  });

  it('carries nothing its contract does not ask for', () => {
    const plain = aStaffContract({ method: 'GET' });
    const headers = { 'if-match': 'nonsense', 'idempotency-key': 'short' };
    expect(parseInput(plain, anEvent({ headers, body: '{"a":1}', pathParameters: { a: '1' } }))).toEqual({
      params: undefined,
      query: {},
      body: undefined,
      expectedVersion: undefined,
      idempotencyKey: undefined,
      language: 'sv',
    });
  });
});

describe('SEC-3 a body that fits its contract', () => {
  it('is refused all the same where it would reach a prototype', () => {
    const body = '{"title":"x","parts":[],"names":{"__proto__":"a"}}';
    expect(pointers({ body })).toEqual(['malformed-json']);
  });
});

describe('AUT-9 faults in the input', () => {
  it('are all told at once, in path, query, body and headers', () => {
    const wrong = {
      pathParameters: { thingId: 'x' },
      queryStringParameters: { limit: '101', offset: '1' },
      headers: { ...json, 'if-match': 'W/"3"', 'idempotency-key': 'short' },
      ...withBody({ title: '', parts: [{ size: 1.5 }, { size: 1, colour: 'red' }], names: {}, extra: 1 }),
    };
    expect(pointers(wrong).toSorted()).toEqual(
      [
        'validation-failed',
        '/headers/if-match',
        '/params/thingId',
        '/query/limit',
        '/query/offset',
        '/body/title',
        '/body/parts/0/size',
        '/body/parts/1/colour',
        '/body/extra',
        '/headers/idempotency-key',
      ].toSorted(),
    );
  });

  it('are pointed at by RFC 6901, also under names with a slash or a tilde', () => {
    const names = { 'a/b': 1, 'c~d': 1, '~1': 1, å: 1 };
    expect(pointers(withBody({ title: 'x', parts: [], names }))).toEqual([
      'validation-failed',
      '/body/names/a~1b',
      '/body/names/c~0d',
      '/body/names/~01',
      '/body/names/å',
    ]);
  });

  it('are pointed at so that the pointer leads to them', () => {
    const resolve = (document: unknown, pointer: string): unknown =>
      pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce((value, part) => (value as Record<string, unknown>)[part], document);
    const key = fc.string({ minLength: 1 }).filter((name) => !(name in {}));
    fc.assert(
      fc.property(key, (name) => {
        const body = { title: 'x', parts: [], names: { [name]: 42 } };
        const problem = problemIn(() => parse(withBody(body)));
        expect(resolve({ body }, problem?.faults[0]?.pointer ?? '')).toBe(42);
      }),
    );
  });

  it('are fields the contract does not know, each by its own name', () => {
    expect(pointers(withBody({ title: 'x', parts: [], names: {}, one: 1, 'two/2': 2 }))).toEqual([
      'validation-failed',
      '/body/one',
      '/body/two~12',
    ]);
    const plain = aStaffContract();
    const asked = anEvent({ queryStringParameters: { limit: '1' } });
    expect(problemIn(() => parseInput(plain, asked))?.faults).toEqual([
      {
        pointer: '/query/limit',
        code: 'no-such-field',
        detail: { sv: 'Fältet finns inte', en: 'No such field' },
      },
    ]);
  });

  it('never quote the value that was sent', () => {
    const secret = '199005082392-secret';
    const wrong = {
      pathParameters: { thingId: secret },
      headers: { ...json, 'if-match': secret, 'idempotency-key': `${secret} å` },
      ...withBody({ title: [secret], parts: secret, names: { a: { b: secret } } }),
    };
    const problem = problemIn(() => parse(wrong));
    expect(problem?.faults.length).toBeGreaterThan(5);
    expect(JSON.stringify(problem?.faults)).not.toContain(secret);
  });

  it.each(['[]', '"x"', '3', 'null', '{}'])('are what the body %s lacks, never an error of ours', (body) => {
    expect(pointers({ body })[0]).toBe('validation-failed');
  });

  it('are what a body that was never sent lacks', () => {
    expect(pointers({ body: null })).toEqual(['validation-failed', '/body']);
  });
});

describe('CARE-7 the version that was read', () => {
  it('is missed only when nothing else is wrong', () => {
    expect(refusal(() => parse({ headers: json }))).toBe('precondition-required');
    expect(pointers({ headers: json, queryStringParameters: { limit: 'x' } })).toEqual([
      'validation-failed',
      '/query/limit',
    ]);
  });

  it.each(['W/"3"', '*', '3', ''])('is not %j', (header) => {
    expect(pointers({ headers: { ...json, 'if-match': header } })).toEqual([
      'validation-failed',
      '/headers/if-match',
    ]);
  });
});

describe('CARE-7 an Idempotency-Key', () => {
  const asked = (key: string) => pointers({ headers: { ...good.headers, 'idempotency-key': key } });

  it.each(['12345678', 'x'.repeat(128), thingId])('may be %s', (key) => {
    expect(asked(key)).toEqual([undefined]);
  });

  it.each(['', '1234567', 'x'.repeat(129), 'with a space', 'med-å-ä-ö', 'tab\tinside'])(
    'may not be %j',
    (key) => {
      expect(asked(key)).toEqual(['validation-failed', '/headers/idempotency-key']);
    },
  );
});
