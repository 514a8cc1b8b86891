import middy from '@middy/core';
import httpCors from '@middy/http-cors';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEvent, APIGatewayProxyHandler, APIGatewayProxyResult } from 'aws-lambda';
import Negotiator from 'negotiator';
import { describeError } from '../observability/log.ts';
import { bodyLimit } from './body-limit.ts';
import { correlationIdOf } from './correlation.ts';
import { etagOf } from './etag.ts';
import { inTime } from './in-time.ts';
import { problemOf, problemResponse } from './problem-response.ts';
import { run } from './run.ts';
import type { Runtime } from './runtime.ts';
import type { UseCase } from './use-case.ts';

type Chain = middy.MiddyfiedHandler<APIGatewayProxyEvent, APIGatewayProxyResult>;

/** RFC 8288: rows in CSV have no place for the cursor. The same query, so that the next page is of the same list. */
const nextPage = (body: unknown, query: APIGatewayProxyEvent['queryStringParameters']) => {
  const next = typeof body === 'object' && body !== null && 'next' in body ? body.next : undefined;
  if (typeof next !== 'string') return {};
  const asked = Object.entries(query ?? {}).map(([name, value]) => [name, value ?? '']);
  const following = new URLSearchParams({ ...Object.fromEntries(asked), cursor: next });
  return { link: `<?${following}>; rel="next"` };
};

const contentOf = (useCase: UseCase, body: unknown, event: APIGatewayProxyEvent) => {
  const { accept } = event.headers;
  const csv = useCase.kind === 'read' ? useCase.steps.csv : undefined;
  const wanted = csv && new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/csv']);
  return csv && wanted === 'text/csv'
    ? {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          ...nextPage(body, event.queryStringParameters),
        },
        body: csv(body),
      }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
};

const success = async (
  runtime: Runtime,
  useCase: UseCase,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> => {
  const { status: statusCode, operationId } = useCase.contract;
  const correlationId = correlationIdOf(event);
  const { body, version } = await inTime(
    run(runtime, useCase, { event, correlationId }),
    runtime.answeredWithinMs,
  );
  runtime.log.info('request-answered', { operationId, correlationId, status: statusCode });
  const content = contentOf(useCase, body, event);
  return {
    statusCode,
    headers: { ...content.headers, ...(version === undefined ? {} : { etag: etagOf(version) }) },
    body: content.body,
  };
};

const failure = (
  runtime: Runtime,
  useCase: UseCase,
  event: APIGatewayProxyEvent,
  error: unknown,
): APIGatewayProxyResult => {
  const correlationId = correlationIdOf(event);
  const problem = problemOf(error);
  const response = problemResponse(problem, {
    correlationId,
    acceptLanguage: event.headers['accept-language'],
  });
  const fields = {
    operationId: useCase.contract.operationId,
    correlationId,
    status: response.statusCode,
    problem: problem.code,
  };
  if (response.statusCode < 500) runtime.log.info('request-answered', fields);
  else runtime.log.error('request-failed', { ...fields, ...describeError(problem.cause ?? problem) });
  return response;
};

/** Health data is never kept by a cache; every answer carries the id that the log line has. */
const commonHeaders = () => {
  const add = ({
    event,
    response,
  }: {
    event: APIGatewayProxyEvent;
    response: APIGatewayProxyResult | null | undefined;
  }) => {
    if (!response) return;
    response.headers = {
      ...response.headers,
      'cache-control': 'no-store',
      'x-correlation-id': correlationIdOf(event),
    };
  };
  return { after: add, onError: add };
};

/** Only the front ends named in the stage may read answers in a browser; preflights are the gateway's. */
const cors = (runtimeOf: () => Runtime) =>
  httpCors({
    getOrigin: (origin) => (runtimeOf().allowedOrigins.includes(origin) ? origin : null),
    exposeHeaders: 'etag, link, x-correlation-id, retry-after',
    disableBeforePreflightResponse: true,
  });

/** Of the middleware's headers those that mean something on JSON; the rest speak of pages and would only weigh. */
const securityHeaders = {
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  dnsPrefetchControl: false,
  downloadOptions: false,
  originAgentCluster: false,
  permissionsPolicy: false,
  permittedCrossDomainPolicies: false,
  contentSecurityPolicy: { 'default-src': "'none'", 'frame-ancestors': "'none'" },
} as const;

/** The only HTTP code and the only place that catches: header names and size, then `run`, then the answer or problem. */
export const createPipeline = (useCase: UseCase, runtimeOf: () => Runtime): APIGatewayProxyHandler => {
  const chain: Chain = middy<APIGatewayProxyEvent, APIGatewayProxyResult>((event: APIGatewayProxyEvent) =>
    success(runtimeOf(), useCase, event),
  );
  chain
    .use(commonHeaders())
    .use(httpSecurityHeaders(securityHeaders))
    .use(cors(runtimeOf))
    .use(httpHeaderNormalizer())
    .use(bodyLimit(useCase.contract));
  // Added last, so that on errors it runs first and the others dress its answer.
  return chain.onError((request) => {
    request.response = failure(runtimeOf(), useCase, request.event, request.error);
  }) as unknown as APIGatewayProxyHandler;
};
