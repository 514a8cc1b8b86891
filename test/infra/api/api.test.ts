import { describe, expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import { constructOf } from '../expected-functions.ts';
import { newSystem, ofType, only, stage, text } from '../synthesised.ts';
import { gatewayDocument, operations, restApi, targetOf } from './gateway-document.ts';

const contracts = routes.map(({ contract }) => contract);
const paths = [...new Set(contracts.map(({ path }) => path))];
const address = ({ method, path }: (typeof contracts)[number]): string => `${method} ${path}`;

const functionName = (name: string): string => {
  const { properties } = only(
    ofType('AWS::Lambda::Function').filter(({ path }) => path === `${constructOf(name)}/Function`),
  );
  return String(properties['FunctionName']);
};
const arnOf = (name: string) => `arn:aws:lambda:eu-north-1:${stage.account}:function:${functionName(name)}`;
const invokersOf = (name: string) =>
  ofType('AWS::Lambda::Permission').filter(
    ({ stack, properties }) => stack === 'Api' && properties['FunctionName'] === functionName(name),
  );
const apiArn = `arn:aws:execute-api:eu-north-1:${stage.account}:Api/Gateway/Api`;

describe('the gateway has the table of contracts and nothing else', () => {
  test('every contract has exactly one operation on its path', () => {
    const built = [...operations.keys()].filter((one) => !one.startsWith('OPTIONS '));
    expect(built.sort()).toEqual(contracts.map(address).sort());
  });

  test.each(contracts)('$method $path reaches $operationId and no other function', (row) => {
    const operation = operations.get(address(row));
    const { type, httpMethod, uri, timeoutInMillis } = operation?.['x-amazon-apigateway-integration'] ?? {};
    expect([operation?.operationId, type, httpMethod]).toEqual([row.operationId, 'aws_proxy', 'POST']);
    expect(targetOf(uri)).toBe(arnOf(row.operationId));
    expect(timeoutInMillis).toBeLessThanOrEqual(29_000);
    const { Principal, SourceArn } = only(invokersOf(row.operationId)).properties;
    expect(Principal).toBe('apigateway.amazonaws.com');
    expect(text('Api', SourceArn)).toBe(`${apiArn}/*/${row.method}${row.path.replaceAll(/\{\w+\}/g, '*')}`);
  });

  test('it is a document that API Gateway imports whole or not at all', () => {
    expect(gatewayDocument.openapi).toMatch(/^3\.0\./);
    expect(restApi()).toMatchObject({ FailOnWarnings: true });
  });

  test('a changed document is deployed anew', () => {
    const deployment = only(ofType('AWS::ApiGateway::Deployment')).logicalId;
    const { app } = newSystem({ ...stage, allowedOrigins: ['https://other.example'] });
    const template = app.synth().getStackArtifact('Api').template as { Resources: Record<string, unknown> };
    expect(Object.keys(template.Resources)).not.toContain(deployment);
  });
});

describe('SEC-3 SEC-5 every route with a token has the authorizer in front of it', () => {
  test.each(contracts)('$method $path', (row) => {
    const demanded = row.caller === 'anyone' ? [] : [{ token: [] }];
    expect(operations.get(address(row))?.security).toEqual(demanded);
  });

  test('it is asked for a bearer token, and its answer is kept no longer than five minutes', () => {
    const trigger = only(triggers.filter((one) => 'authorizer' in one));
    const { token, ...others } = gatewayDocument.components.securitySchemes;
    const authorizer = token?.['x-amazon-apigateway-authorizer'];
    expect(others).toEqual({});
    expect(token).toMatchObject({ type: 'apiKey', in: 'header', name: 'Authorization' });
    expect(authorizer).toMatchObject({
      type: 'token',
      authorizerResultTtlInSeconds: trigger.cachedForSeconds,
    });
    expect(trigger.cachedForSeconds).toBeLessThanOrEqual(300);
    const form = new RegExp(String(authorizer?.['identityValidationExpression']));
    expect(['Bearer a.b-c_d', 'bearer a='].every((text) => form.test(text))).toBe(true);
    expect(['Bearer', 'Basic abc', 'Bearer a b', ''].some((text) => form.test(text))).toBe(false);
  });

  test('it is the function of its trigger, which the gateway may call', () => {
    const authorizer =
      gatewayDocument.components.securitySchemes['token']?.['x-amazon-apigateway-authorizer'];
    expect(targetOf(authorizer?.['authorizerUri'])).toBe(arnOf('authorizeRequest'));
    const { SourceArn } = only(invokersOf('authorizeRequest')).properties;
    expect(text('Api', SourceArn)).toBe(`${apiArn}/authorizers/*`);
  });
});

describe('SEC-3 what is sent reaches the functions as it was sent', () => {
  test('every body goes on byte by byte, and preflights are still read as text', () => {
    expect(gatewayDocument['x-amazon-apigateway-binary-media-types']).toEqual(['*/*']);
    for (const [name, operation] of operations)
      if (name.startsWith('OPTIONS '))
        expect(operation['x-amazon-apigateway-integration']).toMatchObject({
          contentHandling: 'CONVERT_TO_TEXT',
        });
  });
});

describe('a browser may call it from the front ends of the stage', () => {
  test('there is one preflight a path, without a token', () => {
    const preflights = [...operations].filter(([one]) => one.startsWith('OPTIONS '));
    expect(preflights.map(([one]) => one).sort()).toEqual(paths.map((path) => `OPTIONS ${path}`).sort());
    for (const [, { security }] of preflights) expect(security).toEqual([]);
  });

  test.each(paths)('%s answers a preflight with its methods and the stage’s origins', (path) => {
    const { type, responses } = operations.get(`OPTIONS ${path}`)?.['x-amazon-apigateway-integration'] ?? {};
    const answer = responses?.['default'];
    const header = (name: string) =>
      answer?.responseParameters[`method.response.header.Access-Control-${name}`];
    const onPath = contracts.filter((contract) => contract.path === path).map(({ method }) => method);
    expect(type).toBe('mock');
    expect(header('Allow-Methods')).toBe(`'${onPath.join(',')}'`);
    expect(header('Allow-Headers')).toBe(
      "'Authorization,Content-Type,If-Match,Idempotency-Key,Acting-For,X-Correlation-Id'",
    );
    const [first, ...others] = stage.allowedOrigins;
    expect(header('Allow-Origin')).toBe(`'${first}'`);
    for (const origin of others)
      expect(answer?.responseTemplates['application/json']).toContain(`$origin == "${origin}"`);
  });
});

describe('the gateway’s own answers', () => {
  const answers = Object.entries(gatewayDocument['x-amazon-apigateway-gateway-responses']).map(
    ([type, { statusCode, responseParameters, responseTemplates }]) => ({
      type,
      status: statusCode,
      headers: responseParameters,
      body: responseTemplates['application/json'] ?? '',
    }),
  );

  test('every refusal is covered, with the code the pipeline would give', () => {
    const codes = answers.map(({ type, status, body }) => [type, status, /"code":"([^"]+)"/.exec(body)?.[1]]);
    expect(Object.fromEntries(codes.map(([type, ...rest]) => [type, rest]))).toEqual({
      DEFAULT_4XX: [undefined, undefined],
      DEFAULT_5XX: ['503', 'unavailable'],
      MISSING_AUTHENTICATION_TOKEN: ['404', 'not-found'],
      REQUEST_TOO_LARGE: ['413', 'payload-too-large'],
      UNAUTHORIZED: ['401', 'token-invalid'],
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
      expect(headers).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      });
    },
  );

  test('they are told in Swedish, for the gateway reads no language', () => {
    const { title, detail } = problemTable['not-found'];
    const unknown = answers.find(({ type }) => type === 'MISSING_AUTHENTICATION_TOKEN');
    expect(JSON.parse(unknown?.body ?? '')).toMatchObject({ title: title.sv, detail: detail.sv });
  });

  test('who is told to log in, or to come back, is told how', () => {
    const headerOf = (type: string, name: string) =>
      answers.find((one) => one.type === type)?.headers[`gatewayresponse.header.${name}`];
    expect(headerOf('UNAUTHORIZED', 'WWW-Authenticate')).toBe("'Bearer'");
    expect(headerOf('DEFAULT_5XX', 'Retry-After')).toBe("'1'");
  });
});
