import type { Acknowledgement } from './acknowledgement.ts';

/** API Gateway and the network. */
export const gatewayAcknowledgements: readonly Acknowledgement[] = [
  {
    rules: ['AwsSolutions-APIG2'],
    at: /^Api\/Gateway\/Api$/,
    reason:
      'Every request is validated before its use case runs: path, query and body against the contract’s schema, unknown ' +
      'fields refused, which is stricter than the gateway’s JSON schema can say and answers with a problem that names the ' +
      'field. It is done in one place, shared/http, for every contract.',
  },
  {
    rules: ['AwsSolutions-APIG6', 'NIST.800.53.R5-APIGWExecutionLoggingEnabled'],
    at: /^Api\/Gateway\/Api\/DeploymentStage\.\w+$/,
    reason:
      'Execution logs hold paths, headers and bodies: health data, personal identity and tokens, in a place outside the audit ' +
      'log’s rules. The access log has a line for every request without any of these, each function writes its own log under ' +
      'the same request id, and who did what is in the audit log.',
  },
  {
    rules: ['NIST.800.53.R5-APIGWCacheEnabledAndEncrypted'],
    at: /^Api\/Gateway\/Api\/DeploymentStage\.\w+$/,
    reason:
      'There is no cache to encrypt. Answers depend on who asks and are logged each time they are given: one from a cache ' +
      'would be health data given without a check and without a trace. The Guard rule GatewayLogsNoBodies keeps it off.',
  },
  {
    rules: ['NIST.800.53.R5-APIGWSSLEnabled'],
    at: /^Api\/Gateway\/Api\/DeploymentStage\.\w+$/,
    reason:
      'A client certificate is how an HTTP backend knows API Gateway. Here every integration is a Lambda function, called ' +
      'inside AWS over TLS with a signed request; its resource policy names this API and the one method.',
  },
  {
    rules: [
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    ],
    at: /^Api\/Gateway\/Api\/CloudWatchRole$/,
    reason:
      'API Gateway has one role for logs in an account and Region, and refuses one that does not have this policy of AWS’s. ' +
      'Only API Gateway can take the role; the policy writes and reads logs and nothing else.',
  },
  {
    rules: ['NIST.800.53.R5-VPCDefaultSecurityGroupClosed'],
    at: /^Network\/Vpc$/,
    reason:
      'Nothing is in the default group, which lets in only its own members, and the network has no gateway to lead out by. ' +
      'CloudFormation can close it only by a custom resource, a function with the right to change every security group of ' +
      'the account: more risk than the open group. Functions name their tier’s group (Guard rule FunctionSpansThreeZones).',
  },
  {
    rules: ['W3010'],
    at: /^Network\/Vpc\/IsolatedSubnet[123]\/Subnet$/,
    reason:
      'Named zones hinder templates that are used in several Regions. This system has one (SEC-1), whose three zones do not ' +
      'change, and naming them lets synth run without an account. test/infra/network/network.test.ts shows one subnet in each.',
  },
];
