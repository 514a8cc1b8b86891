import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiServer, startApiServer } from '../../../infra/local/api/api-server.ts';
import { referencePage } from '../../../infra/local/api/docs-page.ts';
import type { LambdaHandler } from '../../../infra/local/api/load-handler.ts';

const route = (method: string, path: string) => ({ contract: { method, path } });
const routes = [
  route('GET', '/things/{thingId}'),
  route('PUT', '/things/{thingId}'),
  route('POST', '/things'),
];
const frontEnd = 'http://localhost:5173';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const limit = 10 * 1024 * 1024;

let server: ApiServer;
let origin: string;
let events: APIGatewayProxyEvent[];
let errors: unknown[];
let respond: (event: APIGatewayProxyEvent) => Promise<unknown>;

/** The stub is asked for like a real function, and returns what the test at hand wants. */
const load = async (): Promise<LambdaHandler> => async (event) => {
  events.push(event as APIGatewayProxyEvent);
  return respond(event as APIGatewayProxyEvent);
};

beforeEach(async () => {
  events = [];
  errors = [];
  respond = async () => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"ok":1}',
  });
  const onError = (error: unknown) => errors.push(error);
  server = await startApiServer(0, {
    routes,
    allowedOrigins: [frontEnd],
    load,
    page: referencePage,
    onError,
  });
  origin = `http://127.0.0.1:${server.address.port}`;
});

afterEach(() => server.stop());

const problemIn = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as Record<string, unknown>;
};

test('listens on loopback and nowhere else', () => {
  expect(server.address).toMatchObject({ address: '127.0.0.1', family: 'IPv4' });
});

describe('a function', () => {
  test('is given the request as a REST API gives it', async () => {
    await fetch(`${origin}/things/a%20b%C3%A5?n=1&n=2&text=%C3%B6+%2B&bare`, {
      method: 'PUT',
      headers: { 'If-Match': '"3"', 'X-Two': 'a, b', 'Content-Type': 'application/json' },
      body: '{"å":1}',
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      resource: '/things/{thingId}',
      path: '/things/a%20b%C3%A5',
      httpMethod: 'PUT',
      pathParameters: { thingId: 'a bå' },
      queryStringParameters: { n: '2', text: 'ö +', bare: '' },
      multiValueQueryStringParameters: { n: ['1', '2'], text: ['ö +'], bare: [''] },
      body: Buffer.from('{"å":1}').toString('base64'),
      isBase64Encoded: true,
      requestContext: {
        requestId: expect.stringMatching(uuid),
        identity: { sourceIp: '127.0.0.1' },
        resourcePath: '/things/{thingId}',
        httpMethod: 'PUT',
      },
    });
  });

  test('is given headers in the spelling they came in, the last of several values and all of them', async () => {
    const request = httpRequest(`${origin}/things/1`, {
      headers: { 'X-Correlation-ID': ['one', 'two'] },
    }).end();
    const [response] = await once(request, 'response');
    response.resume();
    expect(events[0]?.headers['X-Correlation-ID']).toBe('two');
    expect(events[0]?.multiValueHeaders['X-Correlation-ID']).toEqual(['one', 'two']);
  });

  test('is given null where there is nothing', async () => {
    await fetch(`${origin}/things`, { method: 'POST' });
    expect(events[0]).toMatchObject({
      body: null,
      pathParameters: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
    });
  });

  test('decides status, headers and body of the answer', async () => {
    const result: APIGatewayProxyResult = {
      statusCode: 201,
      headers: { etag: '"7"' },
      multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] },
      body: Buffer.from('hej å').toString('base64'),
      isBase64Encoded: true,
    };
    respond = async () => result;
    const answer = await fetch(`${origin}/things/1`);
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([201, '"7"', 'hej å']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('that fails gives a 500 that says nothing of the failure', async () => {
    const failure = new Error('the secret of the failure');
    respond = () => Promise.reject(failure);
    const answer = await fetch(`${origin}/things/1`);
    const problem = await problemIn(answer);
    expect([answer.status, problem['code']]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(errors).toEqual([failure]);
  });

  test('in the middle of its work is waited for when the server stops', async () => {
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    respond = async () => {
      isAsked();
      await released;
      return { statusCode: 200, body: 'late' };
    };
    const answer = fetch(`${origin}/things/1`, { headers: { connection: 'close' } });
    await asked;
    const stopped = server.stop();
    release();
    expect(await (await answer).text()).toBe('late');
    await stopped;
    server = await startApiServer(0, {
      routes,
      allowedOrigins: [],
      load,
      page: referencePage,
      onError: () => {},
    });
  });
});

describe('without a function', () => {
  test('an unknown path is a 404 problem in the caller’s language', async () => {
    const answer = await fetch(`${origin}/nothing`, { headers: { 'accept-language': 'sv' } });
    expect(answer.status).toBe(404);
    expect(await problemIn(answer)).toEqual({
      type: '/problems/not-found',
      code: 'not-found',
      title: 'Finns inte',
      status: 404,
      detail: expect.any(String),
      instance: `urn:uuid:${answer.headers.get('x-correlation-id')}`,
    });
    expect(events).toEqual([]);
  });

  test('a known path with another method is a 405 that names the methods', async () => {
    const answer = await fetch(`${origin}/things/1`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT, OPTIONS']);
    expect(await problemIn(answer)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect(events).toEqual([]);
  });

  test.each([
    ['a broken path', '/things/%zz', '/params'],
    ['a path encoded twice', '/things/%252e', '/params'],
    ['a broken query', '/things/1?n=%C3', '/query'],
  ])('%s is a 400 problem', async (_, address, pointer) => {
    const answer = await fetch(origin + address);
    expect(answer.status).toBe(400);
    expect(await problemIn(answer)).toMatchObject({ code: 'validation-failed', errors: [{ pointer }] });
    expect(events).toEqual([]);
  });

  test('dot segments are not resolved', async () => {
    const request = httpRequest({
      port: server.address.port,
      host: '127.0.0.1',
      path: '/things/../things/1',
    }).end();
    const [response] = await once(request, 'response');
    response.resume();
    expect(response.statusCode).toBe(404);
  });
});

describe('the body', () => {
  test('is passed on byte by byte, so that what is not UTF-8 can be refused', async () => {
    const bytes = Buffer.from('{"a":"smör"}', 'latin1');
    await fetch(`${origin}/things`, { method: 'POST', body: bytes });
    expect(events[0]).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });

  test('passes at the limit to the byte', async () => {
    const answer = await fetch(`${origin}/things`, { method: 'POST', body: Buffer.alloc(limit, 'x') });
    expect(answer.status).toBe(200);
    expect(Buffer.from(events[0]?.body ?? '', 'base64')).toHaveLength(limit);
  });

  test('is refused by its declared length, before it is sent', async () => {
    const request = httpRequest(`${origin}/things`, {
      method: 'POST',
      headers: { 'content-length': String(limit + 1) },
    });
    request.flushHeaders();
    const [response] = await once(request, 'response');
    request.destroy();
    expect(response.statusCode).toBe(413);
    expect(events).toEqual([]);
  });

  test('is refused while it is still being sent, when it did not declare its length', async () => {
    const request = httpRequest(`${origin}/things`, { method: 'POST' });
    request.write(Buffer.alloc(limit + 1, 'x'));
    const [response] = await once(request, 'response');
    const [answer] = (await once(response, 'data')) as [Buffer];
    request.destroy();
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(answer.toString())).toMatchObject({ code: 'payload-too-large' });
    expect(events).toEqual([]);
  });

  test.each([
    ['declares its length', () => Buffer.alloc(2 * limit, 'x')],
    ['does not', () => new Blob([Buffer.alloc(2 * limit, 'x')]).stream()],
  ])('is refused with an answer that reaches those who send all of it first, when it %s', async (_, body) => {
    const answer = await fetch(`${origin}/things`, { method: 'POST', body: body(), duplex: 'half' });
    expect(answer.status).toBe(413);
    expect(await problemIn(answer)).toMatchObject({ code: 'payload-too-large' });
  });
});

describe('browsers', () => {
  const preflight = (from: string, path = '/things/1') =>
    fetch(origin + path, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'if-match',
      },
    });

  test('of an allowed origin learn from the preflight what they may send', async () => {
    const answer = await preflight(frontEnd);
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': frontEnd,
      'access-control-allow-methods': 'GET, PUT',
      'access-control-allow-headers':
        'authorization, content-type, if-match, idempotency-key, acting-for, x-correlation-id, accept-language',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    expect(events).toEqual([]);
  });

  test.each(['http://localhost:5174', 'null', 'http://localhost:5173.evil.test'])(
    'of the origin %s learn nothing',
    async (from) => {
      const names = [...(await preflight(from)).headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    },
  );

  test('get a 404 for the preflight of an unknown path', async () => {
    expect((await preflight(frontEnd, '/nothing')).status).toBe(404);
  });

  test('of an allowed origin alone may read the gateway’s own problems', async () => {
    const allowedFor = async (from: string) =>
      (await fetch(`${origin}/nothing`, { headers: { origin: from } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowedFor(frontEnd)).toBe(frontEnd);
    expect(await allowedFor('http://evil.test')).toBeNull();
  });
});
