import { CfnResource, type Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { addGate } from '../../../infra/gate/gate.ts';
import { guardRuleNames } from '../../../infra/gate/guard-rules.ts';
import { readReport } from '../../../infra/gate/report.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem } from '../synthesised.ts';
import { accessBreaks } from './breaks/access.ts';
import type { Break } from './breaks/break.ts';
import { computeBreaks } from './breaks/compute.ts';
import { storageBreaks } from './breaks/storage.ts';
import { surroundingBreaks } from './breaks/surroundings.ts';

// The only stage with a domain of its own.
const stage = readStage('prod', stageSettings);
const { app } = newSystem(stage);
const gate = addGate(app, stage);

const cfn = <T>(path: string, kind: new (...of: never[]) => T): T => {
  const found = app.node.findAll().find(({ node }) => node.path === path || node.path === `${path}/Resource`);
  const resource = found instanceof CfnResource ? found : found?.node.defaultChild;
  if (!(resource instanceof kind)) throw new Error(`No ${kind.name} at ${path}`);
  return resource;
};

const stackOf = (path: string): Stack => app.node.findChild(path.split('/')[0] ?? '') as Stack;

const make = ({ at, type, set = {}, beside = {} }: Break): void => {
  if (type) {
    new CfnResource(stackOf(at), at.split('/')[1] ?? '', { type, properties: { ...set } });
    return;
  }
  const resource = cfn(at, CfnResource);
  for (const [name, value] of Object.entries(set)) resource.addPropertyOverride(name, value);
  for (const [name, value] of Object.entries(beside)) resource.addOverride(name, value);
};

/** Mistakes that cdk-nag catches; it reads the constructs' properties and not what is put over them. */
const nagBreaks: readonly { what: string; caughtBy: string; at: string; make: () => void }[] = [
  {
    what: 'no firewall in front of the API',
    caughtBy: 'AwsSolutions-APIG3',
    at: 'Api/Gateway/Api/DeploymentStage.prod',
    make: () => app.node.findChild('Api').node.findChild('Firewall').node.tryRemoveChild('Association'),
  },
  {
    what: 'a bucket with nothing set',
    caughtBy: 'AwsSolutions-S10',
    at: 'Media/Plain',
    make: () => new CfnBucket(stackOf('Media'), 'Plain'),
  },
  {
    what: 'a group open to the world',
    caughtBy: 'AwsSolutions-EC23',
    at: 'Network/Open',
    make: () =>
      new CfnSecurityGroup(stackOf('Network'), 'Open', {
        groupDescription: 'Open',
        securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
      }),
  },
  {
    what: 'a function outside the network',
    caughtBy: 'NIST.800.53.R5-LambdaInsideVPC',
    at: 'CareFunctions/ViewResults/Function',
    make: () => {
      cfn('CareFunctions/ViewResults/Function', CfnFunction).vpcConfig = undefined;
    },
  },
  {
    what: 'a log kept for ever',
    caughtBy: 'NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod',
    at: 'CareFunctions/ViewResults/Log',
    make: () => {
      cfn('CareFunctions/ViewResults/Log', CfnLogGroup).retentionInDays = undefined;
    },
  },
  {
    what: 'all of DynamoDB, in a role',
    caughtBy: 'AwsSolutions-IAM5[Action::dynamodb:*]',
    at: 'CareFunctions/ViewResults/Role',
    make: () => {
      const Statement = [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: 'one' }];
      cfn('CareFunctions/ViewResults/Role', CfnRole).policies = [
        { policyName: 'own', policyDocument: { Statement } },
      ];
    },
  },
  {
    what: 'an administrator’s rights',
    caughtBy: 'AwsSolutions-IAM4[Policy::arn:aws:iam::aws:policy/AdministratorAccess]',
    at: 'Schedule/RefreshKeySets/Role',
    make: () => {
      const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
      cfn('Schedule/RefreshKeySets/Role', CfnRole).managedPolicyArns = [arn];
    },
  },
  {
    what: 'a key that is never changed',
    caughtBy: 'AwsSolutions-KMS5',
    at: 'Backup/Key',
    make: () => {
      cfn('Backup/Key', CfnKey).enableKeyRotation = false;
    },
  },
  {
    what: 'an alarm that wakes nobody',
    caughtBy: 'NIST.800.53.R5-CloudWatchAlarmAction',
    at: 'Operations/ApiSlow',
    make: () => {
      const alarm = cfn('Operations/ApiSlow', CfnAlarm);
      alarm.alarmActions = [];
      alarm.okActions = [];
    },
  },
];

const guardBreaks = [...accessBreaks, ...computeBreaks, ...storageBreaks, ...surroundingBreaks];
for (const one of guardBreaks) make(one);
for (const one of nagBreaks) one.make();
const assembly = app.synth();
const caught = readReport(assembly.directory).findings.filter(({ reason }) => reason === undefined);

describe('each deliberate break is caught by the rule that is there for it', () => {
  test.each([...guardBreaks, ...nagBreaks])('$what: $caughtBy at $at', ({ caughtBy, at }) => {
    expect(caught.filter(({ rule, at: place }) => rule === caughtBy && place === at)).not.toEqual([]);
  });

  test('each Guard rule catches something', () => {
    const broken = new Set(guardBreaks.map(({ caughtBy }) => caughtBy));
    expect(guardRuleNames.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  test('and then nothing is synthesised', () => {
    expect(() => gate.pass(assembly)).toThrow(/TableHasOneReplicaInStockholm at Data\/Moments: .*SEC-1/);
  });
});
