import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { ofType, only, pascal, type Resource, resources, stage, text } from './synthesised.ts';

const methods = ofType('AWS::ApiGateway::Method');
const verb = ({ properties }: Resource) => String(properties['HttpMethod']);

const pathOf = (resourceId: unknown): string => {
  const parent = resources.find(
    ({ logicalId, stack }) => stack === 'Api' && logicalId === (resourceId as { Ref?: string }).Ref,
  );
  if (!parent) return '';
  return `${pathOf(parent.properties['ParentId'])}/${parent.properties['PathPart']}`;
};
const addressOf = (method: Resource) => `${verb(method)} ${pathOf(method.properties['ResourceId'])}`;

const api = () => only(ofType('AWS::ApiGateway::RestApi')).properties;
const paths = [...new Set(routes.map(({ contract }) => contract.path))];

describe('the gateway has the table of contracts and nothing else', () => {
  test('every contract has exactly one method on its path', () => {
    const built = methods.filter((method) => verb(method) !== 'OPTIONS').map(addressOf);
    expect(built.sort()).toEqual(routes.map(({ contract }) => `${contract.method} ${contract.path}`).sort());
  });

  test.each(routes.map(({ contract }) => contract))(
    '$method $path reaches $operationId and no other function',
    (row) => {
      const method = only(methods.filter((one) => addressOf(one) === `${row.method} ${row.path}`));
      const { Uri, Type } = method.properties['Integration'] as { Uri: unknown; Type: string };
      const target = `Api/${pascal(row.operationId)}/Function.Arn`;
      expect(Type).toBe('AWS_PROXY');
      expect(text('Api', Uri)).toContain(`/functions/${target}/invocations`);
      expect(method.properties['OperationName']).toBe(row.operationId);
      const invokers = ofType('AWS::Lambda::Permission').filter(
        ({ stack, properties }) => text(stack, properties['FunctionName']) === target,
      );
      expect(only(invokers).properties).toMatchObject({ Principal: 'apigateway.amazonaws.com' });
      const invoker = text('Api', only(invokers).properties['SourceArn']);
      expect(invoker.replaceAll('*', '{}')).toMatch(
        new RegExp(`/${row.method}${row.path.replaceAll(/\{\w+\}/g, '\\{\\}').replaceAll('.', '\\.')}$`),
      );
    },
  );
});

describe('a browser may call it from the front ends of the stage', () => {
  test('there is one preflight a path', () => {
    const preflights = methods.filter((method) => verb(method) === 'OPTIONS').map(addressOf);
    expect(preflights.sort()).toEqual(paths.map((path) => `OPTIONS ${path}`).sort());
  });

  test.each(paths)('%s answers a preflight with its methods and the stage’s origins', (path) => {
    const { Integration } = only(methods.filter((one) => addressOf(one) === `OPTIONS ${path}`)).properties;
    const [{ ResponseParameters, ResponseTemplates }] = (
      Integration as {
        IntegrationResponses: [
          { ResponseParameters: Record<string, string>; ResponseTemplates: Record<string, string> },
        ];
      }
    ).IntegrationResponses;
    const header = (name: string) => ResponseParameters[`method.response.header.Access-Control-${name}`];
    const onPath = routes
      .filter(({ contract }) => contract.path === path)
      .map(({ contract }) => contract.method);
    expect(header('Allow-Methods')).toBe(`'${onPath.join(',')}'`);
    expect(header('Allow-Headers')).toBe(
      "'Authorization,Content-Type,If-Match,Idempotency-Key,X-Correlation-Id'",
    );
    const [first, ...others] = stage.allowedOrigins;
    expect(header('Allow-Origin')).toBe(`'${first}'`);
    for (const origin of others) expect(ResponseTemplates['application/json']).toContain(`"${origin}"`);
  });
});

describe('the gateway’s own answers', () => {
  const answers = ofType('AWS::ApiGateway::GatewayResponse').map(({ properties }) => ({
    type: String(properties['ResponseType']),
    status: properties['StatusCode'],
    headers: properties['ResponseParameters'] as Record<string, string>,
    body: (properties['ResponseTemplates'] as Record<string, string>)['application/json'] ?? '',
  }));

  test('every refusal is covered, with the code the pipeline would give', () => {
    const codes = answers.map(({ type, status, body }) => [type, status, /"code":"([^"]+)"/.exec(body)?.[1]]);
    expect(Object.fromEntries(codes.map(([type, ...rest]) => [type, rest]))).toEqual({
      DEFAULT_4XX: [undefined, undefined],
      DEFAULT_5XX: ['503', 'unavailable'],
      MISSING_AUTHENTICATION_TOKEN: ['404', 'not-found'],
      REQUEST_TOO_LARGE: ['413', 'payload-too-large'],
      UNSUPPORTED_MEDIA_TYPE: ['415', 'unsupported-media-type'],
    });
  });

  test.each(answers)(
    '$type is problem+json that a browser may read and nobody keeps',
    ({ headers, body }) => {
      const filled = body
        .replace('$context.error.messageString', '"Forbidden"')
        .replace('$context.requestId', '0b5f8b0e-3a53-4f5a-8c64-0d2f1a3f7f6b');
      expect(JSON.parse(filled)).toMatchObject({
        type: expect.stringMatching(/^(about:blank$|\/problems\/)/),
        title: expect.stringMatching(/./),
        instance: 'urn:uuid:0b5f8b0e-3a53-4f5a-8c64-0d2f1a3f7f6b',
      });
      expect(headers).toEqual({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      });
    },
  );
});

describe('SEC-1 SEC-4 the gateway lies in the Region and speaks TLS 1.2 or newer', () => {
  test('it is regional, never at the edge', () => {
    expect(api()).toMatchObject({ EndpointConfiguration: { Types: ['REGIONAL'] } });
  });

  test('its TLS policy is strict', () => {
    expect(api()).toMatchObject({
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    });
  });

  test('it logs no bodies', () => {
    expect(only(ofType('AWS::ApiGateway::Stage')).properties).toMatchObject({
      MethodSettings: [{ DataTraceEnabled: false, LoggingLevel: 'OFF', HttpMethod: '*', ResourcePath: '/*' }],
    });
  });
});
