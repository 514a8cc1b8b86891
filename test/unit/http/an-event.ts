import type { APIGatewayProxyEvent } from 'aws-lambda';

export const requestId = '0b0b3b0c-6f0e-4d0a-9d8e-6f1d4c8f5a10';

/** What API Gateway hands over, its header names already in lower case. */
export const anEvent = (rest: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  httpMethod: 'POST',
  path: '/things/1',
  resource: '/things/{thingId}',
  pathParameters: null,
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  headers: {},
  multiValueHeaders: {},
  stageVariables: null,
  isBase64Encoded: false,
  body: null,
  requestContext: { requestId } as APIGatewayProxyEvent['requestContext'],
  ...rest,
});
