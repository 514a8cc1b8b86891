import type { APIGatewayProxyResult } from 'aws-lambda';
import { problemTable } from '../contract/problem-table.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import type { Language } from '../domain/wording.ts';
import { isTransientFailure } from '../persistence/engine/transient-failure.ts';
import { mostFaults, mostFaultText } from './faults/fault-limits.ts';
import { languageOf } from './language.ts';

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

const extraHeaders = (code: ProblemCode, status: number): Record<string, string> => {
  if (code === 'token-missing') return { 'www-authenticate': 'Bearer' };
  if (status === 401) return { 'www-authenticate': 'Bearer error="invalid_token"' };
  return status === 503 ? { 'retry-after': '1' } : {};
};

const limitSaid = ({ limit }: Problem, language: Language): string => {
  if (limit === undefined) return '';
  return language === 'sv' ? ` Här tas högst ${limit} byte emot.` : ` At most ${limit} bytes are taken here.`;
};

/** Those that are told, in the reader's language, and how many are not: no answer grows with what was sent. */
const toldFaults = ({ faults, faultsLeft }: Problem, language: Language) => {
  const errors: { pointer: string; detail: string; code: string }[] = [];
  let text = 0;
  for (const { pointer, detail, ...coded } of faults.slice(0, mostFaults)) {
    const error = { pointer, detail: detail[language], ...coded };
    text += JSON.stringify(error).length;
    if (text > mostFaultText) break;
    errors.push(error);
  }
  const errorsLeft = faultsLeft + faults.length - errors.length;
  return {
    ...(errors.length > 0 ? { errors } : {}),
    ...(errorsLeft > 0 ? { errorsLeft } : {}),
  };
};

/** RFC 9457, in Swedish or English by `Accept-Language`; `code` is the same string that ends `type`. */
export const problemResponse = (
  problem: Problem,
  { correlationId, acceptLanguage }: { correlationId: string; acceptLanguage: string | undefined },
): APIGatewayProxyResult => {
  const { code } = problem;
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
      detail: detail[language] + limitSaid(problem, language),
      ...(problem.limit === undefined ? {} : { limit: problem.limit }),
      ...(problem.conflicts.length === 0 ? {} : { conflicts: problem.conflicts }),
      instance: `urn:uuid:${correlationId}`,
      ...toldFaults(problem, language),
    }),
  };
};
