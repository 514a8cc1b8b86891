import type { Contract } from '../../shared/contract/contract.ts';
import { gatewayResponses } from './gateway-responses.ts';
import { preflight } from './preflight.ts';

interface Definition {
  readonly title: string;
  readonly contracts: readonly Contract[];
  readonly allowedOrigins: readonly string[];
  /** Where the gateway sends a request of that operation. */
  uriOf(operationId: string): string;
  readonly authorizer: { readonly uri: string; readonly cachedForSeconds: number };
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const operation = (contract: Contract, uri: string) => ({
  operationId: contract.operationId,
  parameters: pathParameters(contract.path),
  responses: { [contract.status]: { description: 'Done' } },
  security: contract.caller === 'anyone' ? [] : [{ token: [] }],
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri,
    passthroughBehavior: 'when_no_match',
    // The most a REST API waits; the functions give up just before.
    timeoutInMillis: 29_000,
  },
});

const pathItem = (path: string, onPath: readonly Contract[], { uriOf, allowedOrigins }: Definition) => ({
  ...Object.fromEntries(
    onPath.map((contract) => [
      contract.method.toLowerCase(),
      operation(contract, uriOf(contract.operationId)),
    ]),
  ),
  options: { parameters: pathParameters(path), security: [], ...preflight(onPath, allowedOrigins) },
});

/** A bearer token in the one header; anything of another form is refused without asking the authorizer. */
const tokenScheme = ({ uri, cachedForSeconds }: Definition['authorizer']) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': {
    type: 'token',
    authorizerUri: uri,
    authorizerResultTtlInSeconds: cachedForSeconds,
    identityValidationExpression: '^[Bb][Ee][Aa][Rr][Ee][Rr] [A-Za-z0-9._~+/=-]+$',
  },
});

/**
 * The whole gateway as one OpenAPI document: a resource for each path and method would take a hundred functions past
 * CloudFormation's 500 resources. 3.0, since API Gateway does not import 3.1; what callers read is `openApiDocument`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export const apiDefinition = (definition: Definition) => {
  const byPath = Map.groupBy(definition.contracts, ({ path }) => path);
  return {
    openapi: '3.0.1',
    info: { title: definition.title, version: '1' },
    paths: Object.fromEntries(
      [...byPath].map(([path, onPath]) => [path, pathItem(path, onPath, definition)]),
    ),
    components: { securitySchemes: { token: tokenScheme(definition.authorizer) } },
    // In the document, because an import removes whatever lies outside it.
    // Bodies come to the functions byte by byte: as text, those that are not UTF-8 would be changed on the way and kept so.
    'x-amazon-apigateway-binary-media-types': ['*/*'],
    'x-amazon-apigateway-gateway-responses': gatewayResponses,
  };
};
