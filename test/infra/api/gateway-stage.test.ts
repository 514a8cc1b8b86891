import { describe, expect, test } from 'vitest';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem, ofType, only, stage, text } from '../synthesised.ts';
import { restApi } from './gateway-document.ts';

const deployed = () => only(ofType('AWS::ApiGateway::Stage')).properties;
const strict = {
  SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  EndpointAccessMode: 'STRICT',
};

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>;
}

/** The API's stack in a stage other than the tests'. */
const inStage = (settings: typeof stage, type: string) => {
  const { Resources } = newSystem(settings).app.synth().getStackArtifact('Api').template as Template;
  return Object.values(Resources).filter(({ Type }) => Type === type);
};

describe('SEC-1 SEC-4 the gateway lies in the Region and speaks TLS 1.2 or newer', () => {
  test('it is regional, never at the edge', () => {
    expect(restApi()).toMatchObject({ EndpointConfiguration: { Types: ['REGIONAL'] } });
  });

  test('its TLS policy is strict', () => {
    expect(restApi()).toMatchObject(strict);
  });

  test('a stage’s own name is regional and as strict, and the only way in', () => {
    const prod = readStage('prod', stageSettings);
    expect(only(inStage(prod, 'AWS::ApiGateway::DomainName')).Properties).toMatchObject({
      DomainName: prod.domain?.name,
      RegionalCertificateArn: prod.domain?.certificateArn,
      EndpointConfiguration: { Types: ['REGIONAL'] },
      ...strict,
    });
    expect(inStage(prod, 'AWS::ApiGateway::BasePathMapping')).toHaveLength(1);
    expect(only(inStage(prod, 'AWS::ApiGateway::RestApi')).Properties['DisableExecuteApiEndpoint']).toBe(
      true,
    );
  });

  test('a stage without a name keeps the gateway’s own', () => {
    expect(stage.domain).toBeNull();
    expect(restApi()['DisableExecuteApiEndpoint']).toBe(false);
    expect(ofType('AWS::ApiGateway::DomainName')).toEqual([]);
  });
});

describe('SEC-3 the gateway holds back what is too much', () => {
  test('every method has the stage’s limits, and no bodies are logged', () => {
    expect(only(deployed()['MethodSettings'] as unknown[])).toEqual({
      HttpMethod: '*',
      ResourcePath: '/*',
      DataTraceEnabled: false,
      LoggingLevel: 'OFF',
      ThrottlingRateLimit: stage.throttling.rate,
      ThrottlingBurstLimit: stage.throttling.burst,
    });
    expect(deployed()['TracingEnabled']).toBe(false);
  });
});

describe('the access log says nothing of any person', () => {
  const { DestinationArn, Format } = deployed()['AccessLogSetting'] as {
    DestinationArn: unknown;
    Format: string;
  };

  test('it is JSON with these fields and no others', () => {
    expect(JSON.parse(Format)).toEqual({
      requestId: '$context.requestId',
      requestTime: '$context.requestTime',
      httpMethod: '$context.httpMethod',
      resourcePath: '$context.resourcePath',
      status: '$context.status',
      responseLatency: '$context.responseLatency',
      integrationLatency: '$context.integrationLatency',
      integrationStatus: '$context.integrationStatus',
      authorizerStatus: '$context.authorizer.status',
      authorizerError: '$context.authorizer.error',
      wafStatus: '$context.waf.status',
      wafResponse: '$context.wafResponseCode',
      refusal: '$context.error.responseType',
    });
  });

  test('neither address, path, query, headers nor the caller’s identity is in it', () => {
    expect(Format).not.toMatch(
      /\$context\.(identity|path\b|extendedRequestId|domain|authorizer\.(principalId|claims))|\$(input|request)/,
    );
  });

  test('it is encrypted with the logs’ key and kept as the stage says', () => {
    expect(text('Api', DestinationArn)).toBe(
      `arn:aws:logs:eu-north-1:${stage.account}:log-group:Api/Gateway/AccessLog`,
    );
    const { properties } = only(
      ofType('AWS::Logs::LogGroup').filter(({ path }) => path === 'Api/Gateway/AccessLog'),
    );
    expect([properties['RetentionInDays'], text('Api', properties['KmsKeyId'])]).toEqual([
      stage.logRetentionDays,
      'Data/LogKey.Arn',
    ]);
  });

  test('API Gateway writes it with the role that AWS has for that, which only it can take', () => {
    const role = only(
      ofType('AWS::IAM::Role').filter(({ path }) => path === 'Api/Gateway/Api/CloudWatchRole'),
    );
    expect(role.properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [{ Principal: { Service: 'apigateway.amazonaws.com' } }],
    });
    const policies = role.properties['ManagedPolicyArns'] as unknown[];
    expect(policies.map((policy) => JSON.stringify(policy))).toEqual([
      expect.stringContaining('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
    ]);
  });
});
