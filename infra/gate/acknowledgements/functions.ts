import type { Acknowledgement } from './acknowledgement.ts';
import { givenOutput } from './given-output.ts';

/** Functions and the roles they run with. */
export const functionAcknowledgements: readonly Acknowledgement[] = [
  {
    rules: ['NIST.800.53.R5-IAMNoInlinePolicy'],
    at: /^(\w+Functions|Audit|Media|Schedule)\/\w+\/Role$/,
    reason:
      'The control keeps policies from being scattered over people and shared roles. Each of these roles belongs to one ' +
      'function, and its policy is made from that function’s row in the contract table: inline, it cannot be attached to ' +
      'anything else, and it goes when the role goes. test/infra/functions/functions.test.ts compares every statement with the row.',
  },
  {
    rules: ['NIST.800.53.R5-IAMNoInlinePolicy'],
    at: /^(Network\/FlowLogRole|Backup\/(Backup|Restore)Role|Operations\/(Alarms\/Publisher|TrailWriter))$/,
    reason:
      'Each of these roles is for one AWS service and one task (flow logs, backup, restore, alarms, the trail), and no person can take ' +
      'it. Inline, its policy cannot be attached to anything else, and it goes when the role goes.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::*]'],
    at: /^((\w+Functions|Audit|Media)\/\w+|Schedule\/MeasureUrgentFlags)\/Role$/,
    reason:
      'Lambda itself uses these six EC2 actions to give the function a network interface in the isolated subnets, before ' +
      'there is an interface to name. A second statement denies the same actions to the function’s own code (condition ' +
      'lambda:SourceFunctionArn), and the Guard rule RoleNamesItsResources stops any other action on all resources.',
  },
  {
    rules: [
      `AwsSolutions-IAM5[Resource::${givenOutput('data', 'PublishOutputFnGetAttActivities42A2562FArn027FA167')}/stream/*]`,
    ],
    at: /^(Audit\/WriteAuditLog|Media\/RemoveMediaObjects)\/Role$/,
    reason:
      'DynamoDB names a stream by the moment it was switched on, so that the name changes if it is ever switched off and on; ' +
      'the star stands for that moment. Only the outbox table’s own streams match, and only to be read.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::<UndeliveredF3CF66A9.Arn>/aws/lambda/*]'],
    at: /^(Audit\/WriteAuditLog|Media\/(VerifyUpload|RemoveMediaObjects))\/Role$/,
    reason:
      'Lambda chooses the names of the objects in which it keeps what could not be delivered, all of them below aws/lambda/. ' +
      'The role may put objects there; it may neither read, overwrite without a trace (the bucket is versioned) nor delete.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaConcurrency'],
    at: /^(\w+Functions|Audit|Media|Schedule)\/\w+\/Function$/,
    reason:
      'A reserved share for each function would take capacity from the others that it seldom uses, and refuse care at its ' +
      'own limit. Load is limited where it comes in instead: the firewall limits each address and the gateway’s stage the ' +
      'whole API. The consumers are limited by the shards of their stream, the verifier by the tickets that the API has ' +
      'given, the refresher by its schedule.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ'],
    at: /^\w+Functions\/\w+\/Function$/,
    reason:
      'Called synchronously by API Gateway and by nothing else: Lambda uses a dead-letter queue for asynchronous calls only. ' +
      'The caller gets the error at once and may repeat the request with the same idempotency key.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ'],
    at: /^(Audit\/WriteAuditLog|Media\/RemoveMediaObjects)\/Function$/,
    reason:
      'Reads a stream, for which Lambda does not use the function’s dead-letter queue. The event source mapping has its own ' +
      'destination, an encrypted bucket that gets the whole records (Guard rule StreamLosesNothing).',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ'],
    at: /^Schedule\/RefreshKeySets\/Function$/,
    reason:
      'The event says nothing but that it is time, and the next one does the work of a lost one. The functions refuse keys ' +
      'older than 24 hours, and an alarm goes off long before.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ'],
    at: /^Schedule\/MeasureUrgentFlags\/Function$/,
    reason:
      'The event says nothing but that it is time, and the next one measures what a lost one would have. An alarm goes off where ' +
      'none has measured for two hours.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaInsideVPC', 'FunctionIsInsideTheNetwork'],
    at: /^Schedule\/RefreshKeySets\/Function$/,
    reason:
      'It fetches the identity providers’ public keys from the internet, which the network has no way to, on purpose. It ' +
      'reads no table and knows no secret: it may write the rows that hold the public keys and no other (condition ' +
      'dynamodb:LeadingKeys; Guard rule RefresherWritesPublicKeysOnly), and every reader checks the keys again.',
  },
];
