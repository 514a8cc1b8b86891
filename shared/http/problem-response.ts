import type { APIGatewayProxyResult } from 'aws-lambda';
import Negotiator from 'negotiator';
import { problemTable } from '../contract/problem-table.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import { isTransientFailure } from '../persistence/engine/transient-failure.ts';

/** Statuses with which the middlewares in front of the use case refuse what they cannot read. */
const codesByStatus: Record<number, ProblemCode> = {
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  422: 'malformed-json',
};

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;

/** What the error is to the caller; anything unknown is our fault and says nothing of itself. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const code =
    codesByStatus[statusOf(error) ?? 0] ?? (isTransientFailure(error) ? 'unavailable' : 'internal-error');
  return new Problem(code, [], { cause: error });
};

const languageOf = (acceptLanguage: string | undefined): 'sv' | 'en' => {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
  return negotiator.language(['en', 'sv']) === 'sv' ? 'sv' : 'en';
};

const extraHeaders = (code: ProblemCode, status: number): Record<string, string> => {
  if (code === 'token-missing') return { 'www-authenticate': 'Bearer' };
  if (status === 401) return { 'www-authenticate': 'Bearer error="invalid_token"' };
  return status === 503 ? { 'retry-after': '1' } : {};
};

/** RFC 9457, in Swedish or English by `Accept-Language`; `code` is the same string that ends `type`. */
export const problemResponse = (
  { code, faults }: Problem,
  { correlationId, acceptLanguage }: { correlationId: string; acceptLanguage: string | undefined },
): APIGatewayProxyResult => {
  const { status, title, detail } = problemTable[code];
  const language = languageOf(acceptLanguage);
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...extraHeaders(code, status),
    },
    body: JSON.stringify({
      type: `/problems/${code}`,
      code,
      title: title[language],
      status,
      detail: detail[language],
      instance: `urn:uuid:${correlationId}`,
      ...(faults.length > 0 ? { errors: faults } : {}),
    }),
  };
};
