import { type App, CfnResource, type Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Break } from './break.ts';

const cfn = <T>(app: App, path: string, kind: new (...of: never[]) => T): T => {
  const found = app.node.findAll().find(({ node }) => node.path === path || node.path === `${path}/Resource`);
  const resource = found instanceof CfnResource ? found : found?.node.defaultChild;
  if (!(resource instanceof kind)) throw new Error(`No ${kind.name} at ${path}`);
  return resource;
};

const stackOf = (app: App, path: string): Stack => app.node.findChild(path.split('/')[0] ?? '') as Stack;

/** Makes a mistake of the templates in the constructs they are made from. */
export const make = (app: App, { at, type, set = {}, beside = {} }: Break): void => {
  if (type) {
    new CfnResource(stackOf(app, at), at.split('/')[1] ?? '', { type, properties: { ...set } });
    return;
  }
  const resource = cfn(app, at, CfnResource);
  for (const [name, value] of Object.entries(set)) resource.addPropertyOverride(name, value);
  for (const [name, value] of Object.entries(beside)) resource.addOverride(name, value);
};

interface PropertyBreak extends Pick<Break, 'what' | 'caughtBy' | 'at'> {
  readonly make: (app: App) => void;
}

/** Mistakes that cdk-nag catches; it reads the constructs' properties and not what is put over them. */
export const propertyBreaks: readonly PropertyBreak[] = [
  {
    what: 'no firewall in front of the API',
    caughtBy: 'AwsSolutions-APIG3',
    at: 'Api/Gateway/Api/DeploymentStage.prod',
    make: (app) => app.node.findChild('Api').node.findChild('Firewall').node.tryRemoveChild('Association'),
  },
  {
    what: 'a bucket with nothing set',
    caughtBy: 'AwsSolutions-S10',
    at: 'Media/Plain',
    make: (app) => new CfnBucket(stackOf(app, 'Media'), 'Plain'),
  },
  {
    what: 'a group open to the world',
    caughtBy: 'AwsSolutions-EC23',
    at: 'Network/Open',
    make: (app) =>
      new CfnSecurityGroup(stackOf(app, 'Network'), 'Open', {
        groupDescription: 'Open',
        securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
      }),
  },
  {
    what: 'a function outside the network',
    caughtBy: 'NIST.800.53.R5-LambdaInsideVPC',
    at: 'CareFunctions/ViewResults/Function',
    make: (app) => {
      cfn(app, 'CareFunctions/ViewResults/Function', CfnFunction).vpcConfig = undefined;
    },
  },
  {
    what: 'a log kept for ever',
    caughtBy: 'NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod',
    at: 'CareFunctions/ViewResults/Log',
    make: (app) => {
      cfn(app, 'CareFunctions/ViewResults/Log', CfnLogGroup).retentionInDays = undefined;
    },
  },
  {
    what: 'all of DynamoDB, in a role',
    caughtBy: 'AwsSolutions-IAM5[Action::dynamodb:*]',
    at: 'CareFunctions/ViewResults/Role',
    make: (app) => {
      const Statement = [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: 'one' }];
      cfn(app, 'CareFunctions/ViewResults/Role', CfnRole).policies = [
        { policyName: 'own', policyDocument: { Statement } },
      ];
    },
  },
  {
    what: 'an administrator’s rights',
    caughtBy: 'AwsSolutions-IAM4[Policy::arn:aws:iam::aws:policy/AdministratorAccess]',
    at: 'Schedule/RefreshKeySets/Role',
    make: (app) => {
      const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
      cfn(app, 'Schedule/RefreshKeySets/Role', CfnRole).managedPolicyArns = [arn];
    },
  },
  {
    what: 'a key that is never changed',
    caughtBy: 'AwsSolutions-KMS5',
    at: 'Backup/Key',
    make: (app) => {
      cfn(app, 'Backup/Key', CfnKey).enableKeyRotation = false;
    },
  },
  {
    what: 'an alarm that wakes nobody',
    caughtBy: 'NIST.800.53.R5-CloudWatchAlarmAction',
    at: 'Operations/ApiSlow',
    make: (app) => {
      const alarm = cfn(app, 'Operations/ApiSlow', CfnAlarm);
      alarm.alarmActions = [];
      alarm.okActions = [];
    },
  },
];
