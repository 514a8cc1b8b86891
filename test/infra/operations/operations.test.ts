import { describe, expect, test } from 'vitest';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { named, statementsOf } from '../rights/policies.ts';
import { newSystem, ofType, only, type Resource, stage, text } from '../synthesised.ts';
import { alarm, dimensions, queries } from './seen-alarms.ts';
import { watchedMetrics } from './watched-metrics.ts';

const alarms = ofType('AWS::CloudWatch::Alarm');
const composite = () => only(ofType('AWS::CloudWatch::CompositeAlarm'));
const topic = 'Operations/Alarms/Topic';
const nameOf = ({ path }: Resource) => path.replace('Operations/', '');
const tables = ['Organisation', 'Moments', 'Instances', 'Activities', 'AuditLog'];
const texts = (values: unknown) => ((values ?? []) as unknown[]).map((value) => text('Operations', value));

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
        ...['UrgentFlagUnseen', 'UrgentFlagsNotMeasured'],
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
