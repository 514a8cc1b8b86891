import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEvent } from 'aws-lambda';

const parser = httpJsonBodyParser();

/**
 * The body as JSON. Called by hand instead of in the chain, because who asks is settled before what they sent is read.
 * Throws the parser's own 415 and 422, and refuses keys that would reach a prototype.
 */
export const readJson = (event: APIGatewayProxyEvent): unknown => {
  const parsed = { ...event };
  parser.before?.({ event: parsed } as unknown as Parameters<NonNullable<typeof parser.before>>[0]);
  return parsed.body;
};
