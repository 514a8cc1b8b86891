import type { Contract } from '../../shared/contract/contract.ts';

const allowHeaders = [
  'Authorization',
  'Content-Type',
  'If-Match',
  'Idempotency-Key',
  'Acting-For',
  'X-Correlation-Id',
];

/** Seconds a browser may remember the answer. */
const maxAge = 3600;

/** A header holds one origin: for the others of the stage, the template answers with the one that asked. */
const echo = (others: readonly string[]): string =>
  [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if($origin == "")#set($origin = $input.params().header.get("origin"))#end',
    ...others.map(
      (origin) =>
        `#if($origin == "${origin}")#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end`,
    ),
  ].join('\n');

/**
 * How the gateway itself answers a browser that asks whether it may call a path: for the stage's front ends and no others.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const preflight = (onPath: readonly Contract[], allowedOrigins: readonly string[]) => {
  const [first = '', ...others] = allowedOrigins;
  const values: Readonly<Record<string, string>> = {
    'Access-Control-Allow-Origin': first,
    'Access-Control-Allow-Methods': onPath.map(({ method }) => method).join(','),
    'Access-Control-Allow-Headers': allowHeaders.join(','),
    'Access-Control-Max-Age': String(maxAge),
    Vary: 'Origin',
  };
  const names = Object.keys(values);
  const parameters = names.map((name) => [`method.response.header.${name}`, `'${values[name]}'`] as const);
  return {
    responses: {
      204: {
        description: 'May be called',
        headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
      },
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      // Every type is binary to the gateway, and a template takes text.
      contentHandling: 'CONVERT_TO_TEXT',
      requestTemplates: { 'application/json': '{ "statusCode": 204 }' },
      responses: {
        default: {
          statusCode: '204',
          responseParameters: Object.fromEntries(parameters),
          responseTemplates: { 'application/json': echo(others) },
        },
      },
    },
  };
};
