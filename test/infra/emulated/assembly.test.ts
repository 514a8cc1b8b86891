import { describe, expect, test } from 'vitest';
import { leaveOut } from '../../../infra/emulated/assembly/left-out.ts';
import { watchOneMetric } from '../../../infra/emulated/assembly/metric-math.ts';
import { pointHere } from '../../../infra/emulated/assembly/pointed-here.ts';
import type { Template } from '../../../infra/emulated/assembly/template.ts';
import { readWithheld, withhold } from '../../../infra/emulated/assembly/withheld.ts';
import { readSettings } from '../../../infra/local/process/settings.ts';
import { routesAndTriggers, storing } from '../../../infra/rights/routes-and-triggers.ts';
import { stacks } from '../synthesised.ts';

/** A template of the system, as a copy that may be changed. */
const templateOf = (stack: string): Template => {
  const found = stacks.find(({ id }) => id === stack);
  if (!found) throw new Error(`No stack ${stack}`);
  return structuredClone(found.template as Template);
};

const typesIn = ({ Resources }: Template): string[] => Object.values(Resources).map(({ Type }) => Type);

describe('SEC-7 what is deployed to the emulator is the system, less what the emulator does not know', () => {
  test('what it does not know is taken out and said, and nothing waits for it', () => {
    const template = templateOf('Operations');
    const before = Object.keys(template.Resources).length;
    const said = leaveOut(template, 'Operations');
    expect(typesIn(template)).not.toContain('AWS::CloudTrail::Trail');
    expect(said).toContain('the trail of what administrators do (AWS::CloudTrail::Trail)');
    expect(Object.keys(template.Resources)).toHaveLength(before - said.length);
    const waitedFor = Object.values(template.Resources).flatMap(({ DependsOn = [] }) => DependsOn);
    expect(waitedFor.filter((id) => !(id in template.Resources))).toEqual([]);
  });

  test('functions, their roles and the tables stay as they are', () => {
    for (const { id } of stacks) {
      const [template, asWritten] = [templateOf(id), templateOf(id)];
      leaveOut(template, 'Operations');
      watchOneMetric(template, 'Operations');
      const kept = /^AWS::(Lambda|IAM|DynamoDB|ApiGateway|S3|KMS|SNS|Logs|Events)::/;
      for (const [name, resource] of Object.entries(asWritten.Resources))
        if (kept.test(resource.Type))
          expect(template.Resources[name]?.Properties).toEqual(resource.Properties);
    }
  });

  test('an alarm that calculates watches one metric, and it is said', () => {
    const template = templateOf('Operations');
    const said = watchOneMetric(template, 'Operations');
    const alarms = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    expect(new Set(said).size).toBe(1);
    expect(alarms.filter(({ Properties }) => Properties['Metrics'] || !Properties['MetricName'])).toEqual([]);
  });

  test('functions ask this machine’s logins and registers, those with media its store', () => {
    const environment = { STAFF_IDP_PORT: '4101', REGISTERS_PORT: '4103', MEDIA_PORT: '4104' };
    const change = pointHere(readSettings(environment));
    const variables = stacks.flatMap(({ id }) => {
      const template = templateOf(id);
      change(template, 'CareFunctions');
      return Object.values(template.Resources).flatMap(({ Properties: { Environment } }) =>
        Environment ? [(Environment as { Variables: Record<string, string> }).Variables] : [],
      );
    });
    const told = JSON.stringify(variables);
    expect(told).not.toMatch(/(idp|register)\.test\.example/);
    expect(told).toContain('http://127.0.0.1:4103/person-register');
    expect(told).toContain('http://127.0.0.1:4101/jwks');
    const atOurStore = variables.filter((one) => one['AWS_ENDPOINT_URL_S3'] === 'http://127.0.0.1:4104');
    expect(atOurStore).toHaveLength(storing(routesAndTriggers).length);
  });
});

describe('SEC-7 one action can be taken from one role, to see the run fail', () => {
  const policiesOf = (template: Template, role: RegExp): string =>
    JSON.stringify(Object.entries(template.Resources).find(([id]) => role.test(id))?.[1].Properties);

  test('from every statement of that role, and from no other role', () => {
    const template = templateOf('CareFunctions');
    const neighbour = policiesOf(template, /^EndInstanceRole/);
    const { change, assertTaken } = withhold(readWithheld('startInstance:dynamodb:PutItem'));
    change(template, 'CareFunctions');
    expect(assertTaken).not.toThrow();
    expect(policiesOf(template, /^StartInstanceRole/)).not.toContain('PutItem');
    expect(policiesOf(template, /^StartInstanceRole/)).toContain('dynamodb:UpdateItem');
    expect(policiesOf(template, /^EndInstanceRole/)).toBe(neighbour);
  });

  test('what no role has is refused, for nothing would be shown', () => {
    const { change, assertTaken } = withhold(readWithheld('startInstance:dynamodb:Scan'));
    change(templateOf('CareFunctions'), 'CareFunctions');
    expect(assertTaken).toThrow('The role of startInstance has no dynamodb:Scan to be without');
    expect(() => readWithheld('startInstance')).toThrow(
      'as startInstance:dynamodb:PutItem, not "startInstance"',
    );
  });
});
