import type { APIGatewayProxyEvent } from 'aws-lambda';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The front end's own id when it is a UUID, else API Gateway's: nothing else from a header reaches the log. */
export const correlationIdOf = ({ headers, requestContext }: APIGatewayProxyEvent): string => {
  const given = Object.entries(headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'x-correlation-id',
  )?.[1];
  return given !== undefined && uuid.test(given) ? given.toLowerCase() : requestContext.requestId;
};
