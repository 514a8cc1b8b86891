import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { requestSayings } from '../../../shared/domain/sayings/request-sayings.ts';
import { lambdaContext } from '../event-source/stream-handler.ts';
import { type Asker, askerOf, type GatewayAnswers, gatewayAnswers } from './gateway-answer.ts';
import { gatewayEvent, type Target, targetOf } from './gateway-event.ts';
import type { LambdaHandler } from './load-handler.ts';
import { readBody } from './read-body.ts';
import { type Addressed, type Match, matchRoute } from './route-matcher.ts';

export interface ApiPorts<R extends Addressed> {
  readonly routes: readonly R[];
  readonly allowedOrigins: readonly string[];
  load(route: R): Promise<LambdaHandler>;
  /** Files beside the API, such as the reference page. */
  page(path: string): Promise<APIGatewayProxyResult | undefined>;
  onError(error: unknown): void;
}

export interface ApiServer {
  readonly address: AddressInfo;
  stop(): Promise<void>;
}

interface Exchange<R extends Addressed> {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly asker: Asker;
  readonly answers: GatewayAnswers;
  readonly ports: ApiPorts<R>;
}

const badEncoding = { pointer: '/params', ...requestSayings['address-encoding'] };

const invoke = async <R extends Addressed>(
  { request, target, asker, answers, ports }: Exchange<R>,
  { route, params }: Extract<Match<R>, { kind: 'found' }>,
): Promise<APIGatewayProxyResult> => {
  const body = await readBody(request);
  if (!body) return answers.problem(asker, 'payload-too-large');
  const requestId = asker.correlationId;
  const matched = { target, resource: route.contract.path, params, body, requestId };
  const event: APIGatewayProxyEvent | undefined = gatewayEvent(request, matched);
  if (!event) return answers.problem(asker, 'validation-failed', [{ ...badEncoding, pointer: '/query' }]);
  const handler = await ports.load(route);
  return (await handler(event, lambdaContext('api', requestId))) as APIGatewayProxyResult;
};

const answer = async <R extends Addressed>(exchange: Exchange<R>): Promise<APIGatewayProxyResult> => {
  const { request, target, asker, answers, ports } = exchange;
  const { method = 'GET' } = request;
  const page = method === 'GET' ? await ports.page(target.path) : undefined;
  if (page) return page;
  const match = matchRoute(ports.routes, method, target.path);
  switch (match.kind) {
    case 'found':
      return invoke(exchange, match);
    case 'other-methods':
      return method === 'OPTIONS'
        ? answers.preflight(asker, match.methods)
        : answers.wrongMethod(asker, match.methods);
    case 'malformed':
      return answers.problem(asker, 'validation-failed', [badEncoding]);
    case 'unknown':
      return answers.problem(asker, 'not-found');
  }
};

const headersOf = ({ headers, multiValueHeaders }: APIGatewayProxyResult): Map<string, string[]> => {
  const single = Object.entries(headers ?? {}).map(([name, value]): [string, string[]] => [
    name,
    [String(value)],
  ]);
  const multiple = Object.entries(multiValueHeaders ?? {}).map(([name, values]): [string, string[]] => [
    name,
    values.map(String),
  ]);
  return new Map([...single, ...multiple]);
};

const write = (request: IncomingMessage, response: ServerResponse, result: APIGatewayProxyResult): void => {
  const body = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = result.statusCode;
  response.setHeaders(headersOf(result));
  if (request.complete || request.readableEnded) {
    response.end(body);
    return;
  }
  // Whoever is still sending would see a reset instead of the answer, were the socket closed under them: what they
  // send is thrown away, and the connection ends with them.
  response.setHeader('connection', 'close');
  response.setHeader('content-length', body.length);
  response.write(body);
  request.once('close', () => response.end());
  request.resume();
};

const listener = <R extends Addressed>(ports: ApiPorts<R>) => {
  const answers = gatewayAnswers(ports.allowedOrigins);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asker = askerOf(request, randomUUID());
    const exchange = { request, target: targetOf(request), asker, answers, ports };
    const result = await answer(exchange).catch((error: unknown) => {
      if (!request.destroyed || request.complete) ports.onError(error);
      return answers.problem(asker, 'internal-error');
    });
    write(request, response, result);
  };
};

/** Milliseconds a request in flight is waited for; a client that does not read its answer would hold the stop up. */
const stopPatience = 5000;

const stopped = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), stopPatience);
  await closed;
  clearTimeout(impatience);
};

/**
 * The API as API Gateway would serve it: finds the route, calls its function with a proxy event, writes what it returns.
 * Listens on loopback alone; port 0 takes a free one.
 */
export const startApiServer = async <R extends Addressed>(
  port: number,
  ports: ApiPorts<R>,
): Promise<ApiServer> => {
  const handle = listener(ports);
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { address: server.address() as AddressInfo, stop: () => stopped(server) };
};
