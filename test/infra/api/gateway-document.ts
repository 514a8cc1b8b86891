import { ofType, only, text } from '../synthesised.ts';

export interface Operation {
  readonly operationId?: string;
  readonly security: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-amazon-apigateway-integration': {
    readonly type: string;
    readonly httpMethod: string;
    readonly uri: unknown;
    readonly timeoutInMillis: number;
    readonly responses: Readonly<
      Record<
        string,
        {
          readonly responseParameters: Readonly<Record<string, string>>;
          readonly responseTemplates: Readonly<Record<string, string>>;
        }
      >
    >;
  };
}

interface Document {
  readonly 'x-amazon-apigateway-binary-media-types': readonly string[];
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<
      Record<
        string,
        { readonly 'x-amazon-apigateway-authorizer': Readonly<Record<string, unknown>> } & Record<
          string,
          unknown
        >
      >
    >;
  };
  readonly 'x-amazon-apigateway-gateway-responses': Readonly<
    Record<
      string,
      {
        readonly statusCode?: string;
        readonly responseParameters: Readonly<Record<string, string>>;
        readonly responseTemplates: Readonly<Record<string, string>>;
      }
    >
  >;
}

export const restApi = () => only(ofType('AWS::ApiGateway::RestApi')).properties;

/** The gateway as its document in the template has it. */
export const gatewayDocument = restApi()['Body'] as Document;

/** Every operation of every path, as `GET /health`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(gatewayDocument.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  ),
);

/** The function behind an address the gateway calls. */
export const targetOf = (uri: unknown): string | undefined =>
  /^arn:.*:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/.exec(text('Api', uri))?.[1];
