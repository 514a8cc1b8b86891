import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { type Contract, isReplayable } from '../contract/contract.ts';
import { type Fault, Problem } from '../domain/problem.ts';
import { readIfMatch } from './etag.ts';
import { readJson } from './read-json.ts';

/** What the caller sent, once all of it fits the contract. */
export interface Input {
  readonly params: Record<string, unknown> | undefined;
  readonly query: Record<string, unknown> | undefined;
  readonly body: unknown;
  readonly expectedVersion: number | undefined;
  readonly idempotencyKey: string | undefined;
}

/** RFC 6901: `~` and `/` in a name are escaped. */
const pointer = (part: string, path: readonly PropertyKey[]): string =>
  `/${[part, ...path].map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const faultsOf = (part: string, { issues }: z.ZodError): Fault[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer(part, [...issue.path, key]), detail: 'No such field' }))
      : [{ pointer: pointer(part, issue.path), detail: issue.message }],
  );

const replayHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/, '8 to 128 visible ASCII characters, such as a UUID')
    .optional(),
});

/** A query nobody declared is a fault, not something to overlook. */
const noQuery = z.strictObject({});

const read = <T>(
  faults: Fault[],
  part: string,
  schema: z.ZodType<T> | undefined,
  value: unknown,
): T | undefined => {
  const parsed = schema?.safeParse(value);
  if (parsed && !parsed.success) faults.push(...faultsOf(part, parsed.error));
  return parsed?.data;
};

/** Checks path, query, body and headers against the contract and lists every fault at once; 428 only when nothing else is wrong. */
export const parseInput = (contract: Contract, event: APIGatewayProxyEvent): Input => {
  const faults: Fault[] = [];
  const expected = contract.ifMatch ? readIfMatch(event.headers['if-match']) : undefined;
  if (typeof expected === 'object') faults.push(expected);
  const key = event.headers['idempotency-key'];
  const input = {
    params: read(faults, 'params', contract.params, event.pathParameters ?? {}),
    query: read(faults, 'query', contract.query ?? noQuery, event.queryStringParameters ?? {}),
    body: contract.body && read(faults, 'body', contract.body, readJson(event)),
    expectedVersion: typeof expected === 'number' ? expected : undefined,
    idempotencyKey: isReplayable(contract)
      ? read(faults, 'headers', replayHeaders, { 'idempotency-key': key })?.['idempotency-key']
      : undefined,
  };
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  if (contract.ifMatch && expected === undefined) throw new Problem('precondition-required');
  return input;
};
