import { describe, expect, test, vi } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { createLog } from '../../../shared/observability/log.ts';
import { constructOf } from '../expected-functions.ts';
import { named } from '../rights/policies.ts';
import { ofType, only, type Resource, text } from '../synthesised.ts';
import { alarm, dimensions, queries } from './seen-alarms.ts';

describe('SEC-6 what the log says reaches the alarms', () => {
  const filters = ofType('AWS::Logs::MetricFilter').filter(
    // What the trail says is in watched-events.test.ts.
    ({ stack, path }) =>
      stack === 'Operations' && !path.startsWith('Operations/Trail-') && path !== 'Operations/Answers-429',
  );
  const countedIn = {
    'Audit/WriteAuditLog/Log': ['audit-entry-differs', 'audit-entry-failed', 'denials-flooding'],
    'Schedule/MeasureUrgentFlags/Log': ['urgent-flags-measured'],
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
    expect(MetricValue).toBe(MetricName === 'urgent-flags-measured' ? '$.minutes' : '1');
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

  test('a line’s message is where the filters look', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    createLog('test').error('audit-entry-differs', {});
    const [[line] = []] = written.mock.calls;
    written.mockRestore();
    expect(JSON.parse(String(line))).toMatchObject({ message: 'audit-entry-differs' });
  });
});
