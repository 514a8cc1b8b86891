import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { type Contract, isReplayable } from '../contract/contract.ts';
import { type Fault, Problem } from '../domain/problem.ts';
import { requestSayings } from '../domain/sayings/request-sayings.ts';
import { told } from '../domain/sayings/said.ts';
import type { Language } from '../domain/wording.ts';
import { readIfMatch } from './etag.ts';
import { type Parsed, parseBounded } from './faults/schema-faults.ts';
import { languageOf } from './language.ts';
import { assertHarmless, readJson } from './read-json.ts';

/** What the caller sent, once all of it fits the contract. */
export interface Input {
  readonly params: Record<string, unknown> | undefined;
  readonly query: Record<string, unknown> | undefined;
  readonly body: unknown;
  readonly expectedVersion: number | undefined;
  readonly idempotencyKey: string | undefined;
  /** In which they want to be told things. */
  readonly language: Language;
}

const [shortestKey, longestKey] = [8, 128];
const visible = new RegExp(`^[\\x21-\\x7e]{${shortestKey},${longestKey}}$`);
const keySaying = requestSayings['idempotency-key-form'](shortestKey, longestKey);

const replayHeaders = z.object({
  'idempotency-key': z.string().regex(visible, told(keySaying)).optional(),
});

/** A query nobody declared is a fault, not something to overlook. */
const noQuery = z.strictObject({});

interface Findings {
  readonly faults: Fault[];
  left: number;
}

const take = <T>(findings: Findings, parsed: Parsed<T>): T | undefined => {
  if ('data' in parsed) return parsed.data;
  findings.faults.push(...parsed.faults);
  findings.left += parsed.count - parsed.faults.length;
  return undefined;
};

const read = <T>(
  findings: Findings,
  part: string,
  schema: z.ZodType<T> | undefined,
  value: unknown,
): T | undefined => schema && take(findings, parseBounded(part, schema, value));

/** What is refused in any case is not searched for what would reach a prototype: it is as large as its sender likes. */
const readBody = <T>(
  findings: Findings,
  schema: z.ZodType<T>,
  event: APIGatewayProxyEvent,
): T | undefined => {
  const value = readJson(event);
  const parsed = parseBounded('body', schema, value);
  if ('data' in parsed) assertHarmless(value);
  return take(findings, parsed);
};

/** Checks path, query, body and headers against the contract and lists every fault at once; 428 only when nothing else is wrong. */
export const parseInput = (contract: Contract, event: APIGatewayProxyEvent): Input => {
  const findings: Findings = { faults: [], left: 0 };
  const { faults } = findings;
  const expected = contract.ifMatch ? readIfMatch(event.headers['if-match']) : undefined;
  if (typeof expected === 'object') faults.push(expected);
  const key = event.headers['idempotency-key'];
  const input = {
    params: read(findings, 'params', contract.params, event.pathParameters ?? {}),
    query: read(findings, 'query', contract.query ?? noQuery, event.queryStringParameters ?? {}),
    body: contract.body && readBody(findings, contract.body, event),
    expectedVersion: typeof expected === 'number' ? expected : undefined,
    idempotencyKey: isReplayable(contract)
      ? read(findings, 'headers', replayHeaders, { 'idempotency-key': key })?.['idempotency-key']
      : undefined,
    language: languageOf(event.headers['accept-language']),
  };
  if (faults.length > 0) throw new Problem('validation-failed', faults, { faultsLeft: findings.left });
  if (contract.ifMatch && expected === undefined) throw new Problem('precondition-required');
  return input;
};
