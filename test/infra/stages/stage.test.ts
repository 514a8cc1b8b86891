import { spawnSync } from 'node:child_process';
import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, test } from 'vitest';
import { refuseOtherRegions, synthesiseInRegion } from '../../../infra/stages/region.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem, stage } from '../synthesised.ts';

/** The app as the CDK runs it; it refuses before it bundles, so this takes no longer than loading it. */
const synth = (environment: Record<string, string>, context: Record<string, string> = {}) => {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, ['infra/app.ts'], {
    env: { PATH, CDK_CONTEXT_JSON: JSON.stringify(context), ...environment },
    encoding: 'utf8',
  });
};

describe('SEC-1 synth fails on any other Region', () => {
  test('when the environment or the context asks for one, and says where it is asked for', () => {
    const asked = {
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      CDK_DEFAULT_REGION: 'eu-central-1',
    };
    const { status, stderr } = synth(asked, { region: 'eu-north-2' });
    expect(stderr).toContain(
      'Context "region" is eu-north-2, AWS_REGION is us-east-1, AWS_DEFAULT_REGION is eu-west-1, ' +
        'CDK_DEFAULT_REGION is eu-central-1; everything stays in Sweden (SEC-1): run with AWS_REGION=eu-north-1',
    );
    expect(status).toBe(1);
  });

  test('when only one of several asks for one', () => {
    expect(() => refuseOtherRegions({ AWS_REGION: 'eu-north-1', CDK_DEFAULT_REGION: 'us-east-1' })).toThrow(
      /^CDK_DEFAULT_REGION is us-east-1; /,
    );
  });

  test('but not when ours is named or none is', () => {
    expect(() =>
      refuseOtherRegions({ AWS_REGION: 'eu-north-1', CDK_DEFAULT_REGION: undefined }),
    ).not.toThrow();
  });

  test('when a stack lies elsewhere', () => {
    const { app } = newSystem({ ...stage, region: 'eu-west-1' as 'eu-north-1' });
    expect(() => synthesiseInRegion(app)).toThrow('lies in eu-west-1, not eu-north-1 (SEC-1)');
  });

  test.each(['eu-west-1', 'us-gov-west-1', 'ap-southeast-2'])(
    'when a table is replicated to %s',
    (elsewhere) => {
      const app = new App({ builtinCloudFormationValidation: false });
      const stack = new Stack(app, 'Copying', { env: { region: stage.region } });
      const partitionKey = { name: 'pk', type: AttributeType.STRING };
      new TableV2(stack, 'Copied', { partitionKey, replicas: [{ region: elsewhere }] });
      expect(() => synthesiseInRegion(app)).toThrow(`names ${elsewhere}: nothing leaves eu-north-1 (SEC-1)`);
    },
  );

  test('when a secret is copied to one', () => {
    const { app, data } = newSystem();
    data.personKeySecret.addReplicaRegion('eu-west-1');
    expect(() => synthesiseInRegion(app)).toThrow(/^PersonKeySecret\w+ in .* names eu-west-1/);
  });

  test('when a stage’s settings name one', () => {
    const elsewhere = { ...stageSettings.prod, region: 'eu-west-1' };
    expect(() => readStage('prod', { prod: elsewhere })).toThrow(
      'region: Everything stays in Sweden: only eu-north-1',
    );
  });
});

const readRegisters = (changed: { person?: object; staff?: object }) => {
  const { person, staff } = stageSettings.test.registers;
  const registers = { person: { ...person, ...changed.person }, staff: { ...staff, ...changed.staff } };
  return readStage('test', { test: { ...stageSettings.test, registers } }).registers;
};

describe('the settings of a stage', () => {
  test.each(Object.keys(stageSettings))('%s has all it needs', (name) => {
    expect(readStage(name, stageSettings)).toMatchObject({ name, region: 'eu-north-1' });
  });

  test.each(Object.keys(stageSettings.test))('without %s synth fails and names it', (missing) => {
    const settings = Object.fromEntries(
      Object.entries(stageSettings.test).filter(([name]) => name !== missing),
    );
    expect(() => readStage('test', { test: settings })).toThrow(
      new RegExp(`^Stage "test" .* is not usable: ${missing}: `),
    );
  });

  test('everything wrong is named at once', () => {
    const settings = {
      ...stageSettings.test,
      account: '1',
      allowedOrigins: ['https://a.example/path', 'http://b.example', 'c.example'],
    };
    expect(() => readStage('test', { test: settings })).toThrow(
      /account: .*; allowedOrigins\.0: .*; allowedOrigins\.1: .*; allowedOrigins\.2: /,
    );
  });

  test('SEC-1 a register’s service in another Region is refused', () => {
    const abroad = 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0';
    expect(() => readRegisters({ staff: { endpointService: abroad } })).toThrow(
      /registers\.staff\.endpointService: An endpoint service in eu-north-1, .*\(SEC-1\)$/,
    );
  });

  test.each([
    'http://person.example',
    'https://person.example/',
    'https://person.example/lookups/',
    'https://person.example:8443',
    'https://person.example?key=one',
    'https://admin:secret@person.example',
    'person.example',
  ])('%s is no address of a register', (url) => {
    expect(() => readRegisters({ person: { url } })).toThrow(/registers\.person\.url: /);
  });

  test('a register may answer below a path, and each has a host of its own', () => {
    const { person } = readRegisters({ person: { url: 'https://person.example/v1/people' } });
    expect(person.url).toBe('https://person.example/v1/people');
    const shared = {
      person: { url: 'https://register.example/person' },
      staff: { url: 'https://register.example/staff' },
    };
    expect(() => readRegisters(shared)).toThrow(/registers\.staff\.url: Each register has a host of its own/);
  });

  test('ORG-1 somebody must administer the whole', () => {
    const nobody = { ...stageSettings.test, nationalAdministrators: [] };
    expect(() => readStage('test', { test: nobody })).toThrow(/nationalAdministrators: /);
  });

  test('an unknown stage is refused with the ones there are', () => {
    const { status, stderr } = synth({}, { stage: 'staging' });
    expect(stderr).toContain('No stage "staging": choose with -c stage=dev|test|prod');
    expect(status).toBe(1);
  });

  test('no two stages share an account', () => {
    const accounts = Object.values(stageSettings).map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  });
});
