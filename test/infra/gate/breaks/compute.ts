import type { Break } from './break.ts';

const post = 'Body.paths./units/{unitId}/moments.post';
const scheme = 'Body.components.securitySchemes.token';

const gateway: Break[] = [
  {
    what: 'TLS 1.0 at the API',
    caughtBy: 'ApiSpeaksNewTls',
    at: 'Api/Gateway/Api',
    set: { SecurityPolicy: 'TLS_1_0' },
  },
  {
    what: 'an API at the edge',
    caughtBy: 'ApiIsRegional',
    at: 'Api/Gateway/Api',
    set: { 'EndpointConfiguration.Types': ['EDGE'] },
  },
  {
    what: 'an operation for anyone',
    caughtBy: 'OperationAsksForAToken',
    at: 'Api/Gateway/Api',
    set: { [`${post}.security`]: [] },
  },
  {
    what: 'an authorizer that is none',
    caughtBy: 'AuthorizerChecksTheToken',
    at: 'Api/Gateway/Api',
    set: { [`${scheme}.x-amazon-apigateway-authtype`]: 'awsSigv4' },
  },
  {
    what: 'TLS 1.0 at the API’s name',
    caughtBy: 'DomainSpeaksNewTls',
    at: 'Api/Domain/Name',
    set: { SecurityPolicy: 'TLS_1_0' },
  },
  {
    what: 'bodies in the gateway’s log',
    caughtBy: 'GatewayLogsNoBodies',
    at: 'Api/Gateway/Api/DeploymentStage.prod',
    set: { 'MethodSettings.0.DataTraceEnabled': true },
  },
  {
    what: 'a firewall at the edge',
    caughtBy: 'FirewallIsRegional',
    at: 'Api/Firewall/Acl',
    set: { Scope: 'CLOUDFRONT' },
  },
];

const functions: Break[] = [
  {
    what: 'an older runtime',
    caughtBy: 'FunctionRunsAsTested',
    at: 'CareFunctions/OpenInstance/Function',
    set: { Runtime: 'nodejs20.x' },
  },
  {
    what: 'a log without key or retention',
    caughtBy: 'FunctionHasOwnLog',
    at: 'CareFunctions/OpenInstance/Function',
    set: { 'LoggingConfig.LogGroup': undefined },
  },
  {
    what: 'a function with a way to the internet',
    caughtBy: 'FunctionIsInsideTheNetwork',
    at: 'CareFunctions/SubmitForm/Function',
    set: { VpcConfig: undefined },
  },
  {
    what: 'a function in one zone',
    caughtBy: 'FunctionSpansThreeZones',
    at: 'CareFunctions/SaveAnswers/Function',
    set: { 'VpcConfig.SubnetIds': ['subnet-1'] },
  },
  {
    what: 'a secret under a key of AWS’s',
    caughtBy: 'SecretOfAFunctionHasOwnKey',
    at: 'CareFunctions/SaveAnswers/Function',
    set: { KmsKeyArn: undefined },
  },
  {
    what: 'the registers’ key under a key of AWS’s',
    caughtBy: 'SecretOfAFunctionHasOwnKey',
    at: 'CareFunctions/ListMyInstances/Function',
    set: { 'Environment.Variables.PERSON_KEY_SECRET': undefined, KmsKeyArn: undefined },
  },
  {
    what: 'a batch that passes whole',
    caughtBy: 'StreamLosesNothing',
    at: 'Audit/activitiesStream',
    set: { FunctionResponseTypes: [] },
  },
  {
    what: 'a function everyone may invoke',
    caughtBy: 'FunctionIsInvokedByItsOwner',
    at: 'Api/Everyone',
    type: 'AWS::Lambda::Permission',
    set: { Action: 'lambda:InvokeFunction', FunctionName: 'one', Principal: '*' },
  },
  {
    what: 'a log kept for ever',
    caughtBy: 'LogIsKeptForItsTime',
    at: 'CareFunctions/SendMessage/Log',
    set: { RetentionInDays: undefined },
  },
  {
    what: 'a log that a first deployment that fails leaves in the way of the next',
    caughtBy: 'NamedLogCanBeMadeAgain',
    at: 'Api/Firewall/Log',
    beside: { DeletionPolicy: 'Retain' },
  },
  {
    what: 'a log under a key of AWS’s',
    caughtBy: 'LogHasOwnKey',
    at: 'Audit/WriteAuditLog/Log',
    set: { KmsKeyId: undefined },
  },
];

export const computeBreaks: readonly Break[] = [...gateway, ...functions];
