import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A request line taken apart; nothing in it is decoded yet. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/** Not by `URL`, which would tidy the path up before anyone has looked at it. */
export const targetOf = ({ url = '/' }: Pick<IncomingMessage, 'url'>): Target => {
  const [path = '/', ...query] = url.split('?');
  return { path, query: query.join('?') };
};

type Pairs = readonly (readonly [name: string, value: string])[];

/** The query's names and values in order; undefined when its percent-encoding is broken. */
const queryPairs = (query: string): Pairs | undefined => {
  const decode = (text = '') => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    return query
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const [name, ...value] = part.split('=');
        return [decode(name), decode(value.join('='))] as const;
      });
  } catch {
    return undefined;
  }
};

/** Header names are one name in any case; each goes on in the spelling in which it first came. */
const headerPairs = ({ rawHeaders }: IncomingMessage): Pairs => {
  const spellings = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    const spelling = spellings.get(name.toLowerCase()) ?? name;
    spellings.set(name.toLowerCase(), spelling);
    pairs.push([spelling, value]);
  }
  return pairs;
};

/** As the gateway does: the single-valued form has the last of several values. */
const single = (pairs: Pairs): Record<string, string> => Object.fromEntries(pairs);

const multiple = (pairs: Pairs): Record<string, string[]> => {
  const grouped = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries([...grouped].map(([name, group]) => [name, group.map(([, value]) => value)]));
};

const orNull = <T extends object>(record: T): T | null => (Object.keys(record).length > 0 ? record : null);

const nobody = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

const contextOf = (
  { method = 'GET', headers, socket }: IncomingMessage,
  { path, resource, requestId }: { path: string; resource: string; requestId: string },
): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '000000000000',
  apiId: 'local',
  authorizer: null,
  httpMethod: method,
  identity: {
    ...nobody,
    sourceIp: socket.remoteAddress ?? '127.0.0.1',
    userAgent: headers['user-agent'] ?? null,
  },
  path,
  protocol: 'HTTP/1.1',
  requestId,
  requestTimeEpoch: Date.now(),
  resourceId: 'local',
  resourcePath: resource,
  stage: 'local',
});

interface Matched {
  readonly target: Target;
  readonly resource: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly requestId: string;
}

/** The event of a REST API's Lambda proxy integration; undefined when the query cannot be decoded. */
export const gatewayEvent = (
  request: IncomingMessage,
  { target: { path, query }, resource, params, body, requestId }: Matched,
): APIGatewayProxyEvent | undefined => {
  const queried = queryPairs(query);
  if (!queried) return undefined;
  const headers = headerPairs(request);
  return {
    resource,
    path,
    httpMethod: request.method ?? 'GET',
    headers: single(headers),
    multiValueHeaders: multiple(headers),
    queryStringParameters: orNull(single(queried)),
    multiValueQueryStringParameters: orNull(multiple(queried)),
    pathParameters: orNull({ ...params }),
    stageVariables: null,
    requestContext: contextOf(request, { path, resource, requestId }),
    // Every type is binary to the gateway: read as text, bytes that are not UTF-8 would be lost before anyone could refuse them.
    body: body.length > 0 ? body.toString('base64') : null,
    isBase64Encoded: body.length > 0,
  };
};
