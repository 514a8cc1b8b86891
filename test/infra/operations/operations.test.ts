import { describe, expect, test, vi } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { createLog } from '../../../shared/observability/log.ts';
import { constructOf } from '../expected-functions.ts';
import { named, statementsOf } from '../rights/policies.ts';
import { newSystem, ofType, only, type Resource, stage, text } from '../synthesised.ts';
import { watchedMetrics } from './watched-metrics.ts';

const alarms = ofType('AWS::CloudWatch::Alarm');
const composite = () => only(ofType('AWS::CloudWatch::CompositeAlarm'));
const topic = 'Operations/Alarms/Topic';
const nameOf = ({ path }: Resource) => path.replace('Operations/', '');
const alarm = (name: string) => named('AWS::CloudWatch::Alarm', `Operations/${name}`).properties;
const tables = ['Organisation', 'Moments', 'Instances', 'Activities', 'AuditLog'];
const texts = (values: unknown) => ((values ?? []) as unknown[]).map((value) => text('Operations', value));

interface Queried {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    Period: number;
    Metric: { MetricName: string; Dimensions?: { Name: string; Value: unknown }[] };
  };
}
const queries = (name: string) => alarm(name)['Metrics'] as Queried[];
const dimensions = (of: unknown): Record<string, string> =>
  Object.fromEntries(
    ((of ?? []) as { Name: string; Value: unknown }[]).map(({ Name, Value }) => [
      Name,
      text('Operations', Value),
    ]),
  );

describe('SEC-6 whoever is woken is told what it means and what to do', () => {
  test.each(alarms)('$path says what people lose, and what to do first', ({ properties }) => {
    const [means, ...first] = String(properties['AlarmDescription']).split(/(?<=\.) (?=[A-Z])/);
    expect(means?.length).toBeGreaterThan(50);
    expect(first.join(' ').length).toBeGreaterThan(40);
    expect(String(properties['AlarmDescription']).length).toBeLessThan(1024);
  });

  test.each(alarms)('$path tells the topic when it goes off and when it is over', ({ properties }) => {
    expect(texts(properties['AlarmActions'])).toEqual([topic]);
    expect(texts(properties['OKActions'])).toEqual([topic]);
  });

  test.each(alarms)('$path counts silence as wrong only where there must be no silence', ({ properties }) => {
    const below = properties['ComparisonOperator'] === 'LessThanThreshold';
    expect(properties['TreatMissingData']).toBe(below ? 'breaching' : 'notBreaching');
  });

  test('every address of the stage is told', () => {
    const subscribed = ofType('AWS::SNS::Subscription').map(({ properties }) => [
      properties['Protocol'],
      properties['Endpoint'],
      text('Operations', properties['TopicArn']),
    ]);
    expect(subscribed).toEqual(stage.alarmAddresses.map((address) => ['email', address, topic]));
  });

  test('and what wakes people at night, where the stage names it', () => {
    const { stacks } = synthesiseInRegion(newSystem(readStage('prod', stageSettings)).app);
    const { template } = only(stacks.filter(({ id }) => id === 'Operations'));
    const posted = Object.values(template.Resources as Record<string, Resource['whole']>)
      .filter(({ Type }) => Type === 'AWS::SNS::Subscription')
      .map(({ Properties }) => Properties as { Protocol: string; Endpoint: string })
      .filter(({ Protocol }) => Protocol === 'https');
    expect(posted.map(({ Endpoint }) => Endpoint)).toEqual([stageSettings.prod.alarmWebhook]);
  });

  test('the topic is encrypted with an own key, and only CloudWatch and plain HTTP’s refusal are in its policy', () => {
    expect(text('Operations', named('AWS::SNS::Topic', topic).properties['KmsMasterKeyId'])).toMatch(
      /^Operations\/Alarms\/Key\b/,
    );
    const statements = statementsOf(only(ofType('AWS::SNS::TopicPolicy')).properties['PolicyDocument']);
    expect(statements.map(({ Effect, Principal, Condition }) => ({ Effect, Principal, Condition }))).toEqual([
      { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': stage.account } },
      },
    ]);
  });
});

describe('SEC-6 everything that can go wrong has its alarm', () => {
  test('and no other alarm exists', () => {
    expect(alarms.map(nameOf).sort()).toEqual(
      [
        ...['ApiFailing', 'ApiSlow', 'FirewallBlocksMany', 'OperationFailing'],
        ...['RequestsTurnedAway', 'RequestsRefused'],
        ...['Organisation', 'Moments', 'Instances', 'AuditLog'].map((table) => `${table}ListsThrottled`),
        ...['FunctionsFailing', 'FunctionsThrottled', 'ConcurrencyNearlyUsed', 'RegisterUnavailable'],
        ...['AuditLogBehind', 'AuditConsumerFailing', 'AuditEntriesGivenUp', 'AuditEntriesDropped'],
        ...['AuditEntryDiffers', 'AuditEntryFailed', 'NoBackup', 'DenialsFlooding'],
        ...[
          'UploadsLate',
          'UploadsGivenUp',
          'UploadsLost',
          'NothingScanned',
          'UploadInfected',
          'UploadUnknown',
        ],
        ...['MediaRemovalBehind', 'MediaRemovalsGivenUp', 'MediaRemovalsDropped'],
        ...['KeysRefreshFailed', 'KeysNotRefreshed', 'KeysAboutToExpire'],
        ...['RightsChanged', 'RootUsed', 'TableTouchedByHand'],
        ...tables.flatMap((table) => [`${table}Throttled`, `${table}SystemErrors`]),
      ].sort(),
    );
  });

  test.each(watchedMetrics)('%s looks at %s %s', (name, Namespace, MetricName, Statistic, Threshold) => {
    expect(alarm(name)).toMatchObject({ Namespace, MetricName, Statistic, Threshold });
  });

  test.each([
    [
      'ApiFailing',
      { ApiName: 'stod-och-behandling-test-api', Stage: expect.stringMatching(/DeploymentStage/) },
    ],
    ['FirewallBlocksMany', { WebACL: 'stod-och-behandling-test', Region: 'eu-north-1', Rule: 'ALL' }],
    ['AuditLogBehind', { FunctionName: 'Audit/WriteAuditLog/Function' }],
    ['AuditConsumerFailing', { FunctionName: 'Audit/WriteAuditLog/Function' }],
    ['AuditEntriesGivenUp', { EventSourceMappingUUID: 'Audit/activitiesStream' }],
    ['AuditEntriesDropped', { EventSourceMappingUUID: 'Audit/activitiesStream' }],
    ...['UploadsLate', 'UploadsGivenUp', 'UploadsLost'].map((name): [string, object] => [
      name,
      { FunctionName: 'Media/VerifyUpload/Function' },
    ]),
    ['MediaRemovalBehind', { FunctionName: 'Media/RemoveMediaObjects/Function' }],
    ['MediaRemovalsGivenUp', { EventSourceMappingUUID: 'Media/activitiesStream' }],
    ['MediaRemovalsDropped', { EventSourceMappingUUID: 'Media/activitiesStream' }],
    ['FunctionsFailing', {}],
    ['FunctionsThrottled', {}],
  ])('%s looks at the right one', (name, expected) => {
    const seen = dimensions(alarm(name)['Dimensions']);
    expect(seen).toMatchObject(expected);
    if (Object.keys(expected).length === 0) expect(seen).toEqual({});
  });

  test('the firewall’s alarm and the firewall call their metric the same', () => {
    const { VisibilityConfig } = only(ofType('AWS::WAFv2::WebACL')).properties as {
      VisibilityConfig: { MetricName: string };
    };
    expect(dimensions(alarm('FirewallBlocksMany')['Dimensions'])['WebACL']).toBe(VisibilityConfig.MetricName);
  });

  test('an hour of unfetched keys is seen long before they are a day old', () => {
    const hours = (name: string) =>
      Number(alarm(name)['EvaluationPeriods']) * (Number(alarm(name)['Period']) / 3600);
    expect([hours('KeysNotRefreshed'), hours('KeysAboutToExpire')]).toEqual([3, 20]);
  });

  test.each(tables)(
    '%s: every index counts, and no alarm asks for more metrics than CloudWatch takes',
    (table) => {
      const { GlobalSecondaryIndexes = [] } = named('AWS::DynamoDB::GlobalTable', `Data/${table}`)
        .properties as {
        GlobalSecondaryIndexes?: { IndexName: string }[];
      };
      const seen = queries(`${table}Throttled`).flatMap(({ MetricStat }) =>
        MetricStat ? [MetricStat.Metric] : [],
      );
      expect(seen.map(({ MetricName }) => MetricName).slice(0, 2)).toEqual([
        'ReadThrottleEvents',
        'WriteThrottleEvents',
      ]);
      expect(seen.flatMap((of) => dimensions(of.Dimensions)['GlobalSecondaryIndexName'] ?? [])).toEqual(
        GlobalSecondaryIndexes.map(({ IndexName }) => IndexName),
      );
      for (const name of [`${table}Throttled`, `${table}SystemErrors`]) {
        const asked = queries(name).flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []));
        expect(asked.length).toBeLessThanOrEqual(10);
        expect([...new Set(asked.map((of) => dimensions(of.Dimensions)['TableName']))]).toEqual([
          `Data/${table}`,
        ]);
      }
    },
  );

  test('the account’s share of concurrent executions is told at four fifths', () => {
    expect(alarm('ConcurrencyNearlyUsed')['Threshold']).toBe(80);
    expect(queries('ConcurrencyNearlyUsed').map(({ Expression }) => Expression)).toContain(
      '100 * used / SERVICE_QUOTA(used)',
    );
  });
});

describe('what the log says reaches the alarms', () => {
  const filters = ofType('AWS::Logs::MetricFilter').filter(
    // What the trail says is in watched-events.test.ts.
    ({ stack, path }) =>
      stack === 'Operations' && !path.startsWith('Operations/Trail-') && path !== 'Operations/Answers-429',
  );
  const countedIn = {
    'Audit/WriteAuditLog/Log': ['audit-entry-differs', 'audit-entry-failed', 'denials-flooding'],
    'Schedule/RefreshKeySets/Log': ['keys-refresh-failed', 'keys-refreshed'],
    'Media/VerifyUpload/Log': [
      'upload-judged-available',
      'upload-judged-infected',
      'upload-judged-rejected',
      'upload-judged-scanning',
      'upload-unknown',
    ],
  };
  const nameIn = ({ properties }: Resource) =>
    only(properties['MetricTransformations'] as { MetricName: string; MetricValue: string }[]);

  test.each(Object.entries(countedIn))('of %s they look for each line that needs someone', (log, names) => {
    const here = filters.filter(({ properties }) => text('Operations', properties['LogGroupName']) === log);
    expect(here.map((one) => nameIn(one).MetricName).sort()).toEqual(names);
  });

  test('and of no other log', () => {
    expect(filters).toHaveLength(Object.values(countedIn).flat().length);
  });

  test.each(filters)('$path looks for the line under the name the alarm counts', (filter) => {
    const { MetricName, MetricValue } = nameIn(filter);
    const [, state] = /^upload-judged-(\w+)$/.exec(MetricName) ?? [];
    const field = state === 'infected' ? 'rejection' : 'state';
    expect(filter.properties['FilterPattern']).toBe(
      state
        ? `{ ($.message = "upload-judged") && ($.${field} = "${state}") }`
        : `{ $.message = "${MetricName}" }`,
    );
    expect(MetricValue).toBe('1');
  });

  test('an hour counts in which uploads waited and none was scanned; two of twelve are told', () => {
    const { EvaluationPeriods, DatapointsToAlarm } = alarm('NothingScanned');
    expect([DatapointsToAlarm, EvaluationPeriods]).toEqual([2, 12]);
    const named = queries('NothingScanned').map(({ Id, Expression, MetricStat }) =>
      MetricStat ? [Id, MetricStat.Metric.MetricName, MetricStat.Period] : Expression,
    );
    expect(named).toEqual([
      'IF(FILL(waiting, 0) > 0 AND FILL(available, 0) + FILL(rejected, 0) == 0, 1, 0)',
      ['waiting', 'upload-judged-scanning', 3600],
      ['available', 'upload-judged-available', 3600],
      ['rejected', 'upload-judged-rejected', 3600],
    ]);
  });

  test('every function that asks a register counts, in one metric, when it has not answered', () => {
    const asking = routes.filter(({ contract }) => contract.caller !== 'anyone');
    const counting = ofType('AWS::Logs::MetricFilter').filter(
      ({ stack, path }) => stack.endsWith('Functions') && !path.endsWith('/Fails'),
    );
    expect(counting.map(({ stack, properties }) => text(stack, properties['LogGroupName'])).sort()).toEqual(
      asking.map(({ contract }) => `${constructOf(contract.operationId)}/Log`).sort(),
    );
    for (const { properties } of counting)
      expect(properties).toMatchObject({
        FilterPattern: '{ $.problem = "register-unavailable" }',
        MetricTransformations: [
          { MetricNamespace: 'StodOchBehandling', MetricName: 'register-unavailable', MetricValue: '1' },
        ],
      });
    expect(dimensions(alarm('RegisterUnavailable')['Dimensions'])).toEqual({});
  });

  test('every function counts its failures under its own name, and one alarm judges each by itself', () => {
    const counting = ofType('AWS::Logs::MetricFilter').filter(({ path }) => path.endsWith('/Fails'));
    expect(counting.map(({ stack, properties }) => text(stack, properties['LogGroupName'])).sort()).toEqual(
      routes.map(({ contract }) => `${constructOf(contract.operationId)}/Log`).sort(),
    );
    for (const one of counting) {
      expect(one.properties['FilterPattern']).toBe(
        '{ $.message = "request-failed" && $.problem != "register-unavailable" }',
      );
      expect(nameIn(one)).toMatchObject({
        MetricNamespace: 'StodOchBehandling',
        MetricName: 'request-failed',
        Dimensions: [{ Key: 'operation', Value: '$.operationId' }],
      });
    }
    expect(queries('OperationFailing').map(({ Expression }) => Expression)).toEqual([
      'SELECT SUM("request-failed") FROM SCHEMA("StodOchBehandling", operation) GROUP BY operation',
    ]);
  });

  test('what the gateway itself turned away is counted in its access log', () => {
    const { LogGroupName, FilterPattern } = named(
      'AWS::Logs::MetricFilter',
      'Operations/Answers-429',
    ).properties;
    expect(text('Operations', LogGroupName)).toBe('Api/Gateway/AccessLog');
    expect(FilterPattern).toBe('{ $.status = "429" }');
  });

  test.each(['Organisation', 'Moments', 'Instances', 'AuditLog'])(
    '%s: reads of every index are seen',
    (table) => {
      const { GlobalSecondaryIndexes } = named('AWS::DynamoDB::GlobalTable', `Data/${table}`).properties as {
        GlobalSecondaryIndexes: { IndexName: string }[];
      };
      const seen = queries(`${table}ListsThrottled`).flatMap(({ MetricStat }) =>
        MetricStat ? [MetricStat.Metric] : [],
      );
      expect(new Set(seen.map(({ MetricName }) => MetricName))).toEqual(new Set(['ReadThrottleEvents']));
      expect(seen.map((of) => dimensions(of.Dimensions)['GlobalSecondaryIndexName'])).toEqual(
        GlobalSecondaryIndexes.map(({ IndexName }) => IndexName),
      );
    },
  );

  test('a line’s message is where the filters look', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    createLog('test').error('audit-entry-differs', {});
    const [[line] = []] = written.mock.calls;
    written.mockRestore();
    expect(JSON.parse(String(line))).toMatchObject({ message: 'audit-entry-differs' });
  });
});

describe('care cannot work', () => {
  test('goes off with any alarm that stops care, and with no other', () => {
    const rule = text('Operations', composite().properties['AlarmRule']);
    const named = [...rule.matchAll(/Operations\/(\w+)\.Arn/g)].map(([, name]) => name);
    expect(rule).not.toContain(' AND ');
    expect(named.sort()).toEqual(
      [
        ...['ApiFailing', 'FunctionsThrottled', 'KeysAboutToExpire'],
        ...['Organisation', 'Moments', 'Instances', 'Activities'].flatMap((table) => [
          `${table}Throttled`,
          `${table}SystemErrors`,
        ]),
      ].sort(),
    );
  });

  test('tells the topic, and says what to do', () => {
    expect(texts(composite().properties['AlarmActions'])).toEqual([topic]);
    expect(composite().properties['AlarmDescription']).toMatch(/cannot go on .*Tell the care units/s);
  });
});

test('the dashboard shows every alarm, and each function by itself', () => {
  const { DashboardBody } = only(ofType('AWS::CloudWatch::Dashboard')).properties;
  const body = text('Operations', DashboardBody);
  for (const one of alarms) expect(body).toContain(`${one.path}.Arn`);
  for (const metric of ['Errors', 'Throttles', 'Duration'])
    expect(body).toContain(`MetricName=\\"${metric}\\"`);
});
