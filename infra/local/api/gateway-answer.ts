import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Fault, Problem, type ProblemCode } from '../../../shared/domain/problem.ts';
import type { Wording } from '../../../shared/domain/wording.ts';
import { languageOf } from '../../../shared/http/language.ts';
import { problemResponse } from '../../../shared/http/problem-response.ts';

/** Who asked, as far as an answer that no function gives needs to know. */
export interface Asker {
  readonly correlationId: string;
  readonly acceptLanguage: string | undefined;
  readonly origin: string | undefined;
}

export const askerOf = ({ headers }: IncomingMessage, correlationId: string): Asker => ({
  correlationId,
  acceptLanguage: headers['accept-language'],
  origin: headers.origin,
});

const allowedHeaders = [
  'authorization',
  'content-type',
  'if-match',
  'idempotency-key',
  'acting-for',
  'x-correlation-id',
  'accept-language',
];

/** Seconds a browser may remember a preflight: ten minutes, so that a changed contract is soon seen. */
const preflightMaxAge = 600;

const readableBy = (
  { origin }: Asker,
  allowedOrigins: readonly string[],
): APIGatewayProxyResult['headers'] => ({
  vary: 'Origin',
  ...(origin !== undefined && allowedOrigins.includes(origin)
    ? { 'access-control-allow-origin': origin }
    : {}),
});

const dressed = (answer: APIGatewayProxyResult, asker: Asker, allowedOrigins: readonly string[]) => ({
  ...answer,
  headers: {
    ...answer.headers,
    ...readableBy(asker, allowedOrigins),
    'access-control-expose-headers': 'etag, x-correlation-id, retry-after',
    'cache-control': 'no-store',
    'x-correlation-id': asker.correlationId,
  },
});

const noSuchMethod: Wording = { sv: 'Metoden finns inte här', en: 'No such method here' };
const useOf = (methods: readonly string[]): Wording => ({
  sv: `Använd ${methods.join(' eller ')}.`,
  en: `Use ${methods.join(' or ')}.`,
});

const methodNotAllowed = (
  methods: readonly string[],
  { correlationId, acceptLanguage }: Asker,
): APIGatewayProxyResult => ({
  statusCode: 405,
  headers: { 'content-type': 'application/problem+json', allow: [...methods, 'OPTIONS'].join(', ') },
  body: JSON.stringify({
    type: '/problems/method-not-allowed',
    code: 'method-not-allowed',
    title: noSuchMethod[languageOf(acceptLanguage)],
    status: 405,
    detail: useOf(methods)[languageOf(acceptLanguage)],
    instance: `urn:uuid:${correlationId}`,
  }),
});

/** What the gateway answers itself, before or instead of a function; browsers of allowed origins may read it. */
export const gatewayAnswers = (allowedOrigins: readonly string[]) => ({
  problem: (asker: Asker, code: ProblemCode, faults: readonly Fault[] = []): APIGatewayProxyResult =>
    dressed(problemResponse(new Problem(code, faults), asker), asker, allowedOrigins),

  wrongMethod: (asker: Asker, methods: readonly string[]): APIGatewayProxyResult =>
    dressed(methodNotAllowed(methods, asker), asker, allowedOrigins),

  preflight(asker: Asker, methods: readonly string[]): APIGatewayProxyResult {
    const readable = readableBy(asker, allowedOrigins);
    const permitted =
      readable?.['access-control-allow-origin'] === undefined
        ? {}
        : {
            'access-control-allow-methods': methods.join(', '),
            'access-control-allow-headers': allowedHeaders.join(', '),
            'access-control-max-age': preflightMaxAge,
          };
    return { statusCode: 204, headers: { ...readable, ...permitted }, body: '' };
  },
});
export type GatewayAnswers = ReturnType<typeof gatewayAnswers>;
