import { describe, expect, test } from 'vitest';
import { triggers } from '../../functions/triggers.ts';
import { ofType, only, text } from './synthesised.ts';

const trigger = only(triggers.filter((one) => 'stream' in one));
const mapping = () => only(ofType('AWS::Lambda::EventSourceMapping')).properties;

describe('LOG-16 the stream reaches the function that writes the audit log', () => {
  test('it is the outbox’s stream, read from its beginning', () => {
    expect(text('Audit', mapping()['EventSourceArn'])).toBe('Data/Activities.StreamArn');
    expect(text('Audit', mapping()['FunctionName'])).toBe('Audit/WriteAuditLog/Function');
    expect(mapping()['StartingPosition']).toBe('TRIM_HORIZON');
  });

  test('its settings are the trigger’s, and nothing else is set', () => {
    const { EventSourceArn, FunctionName, StartingPosition, DestinationConfig, ...settings } = mapping();
    expect(settings).toEqual({
      BatchSize: trigger.batchSize,
      MaximumRetryAttempts: trigger.maximumRetryAttempts,
      MaximumRecordAgeInSeconds: trigger.maximumRecordAgeSeconds,
      FilterCriteria: { Filters: trigger.filters.map((filter) => ({ Pattern: JSON.stringify(filter) })) },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MetricsConfig: { Metrics: ['EventCount'] },
    });
  });

  test('what cannot be written is out of the stream before the stream forgets it', () => {
    expect(Number(mapping()['MaximumRecordAgeInSeconds'])).toBeLessThan(24 * 3600);
  });

  test('what cannot be written lands in the failure bucket', () => {
    const { OnFailure } = mapping()['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(text('Audit', OnFailure.Destination)).toBe('Audit/Undelivered.Arn');
  });
});

describe('the identity providers’ keys', () => {
  test('are fetched as often as the trigger says', () => {
    const { everyMinutes } = only(triggers.filter((one) => 'everyMinutes' in one));
    const { ScheduleExpression, State, Targets } = only(
      ofType('AWS::Events::Rule').filter(({ stack }) => stack === 'Schedule'),
    ).properties;
    expect([ScheduleExpression, State]).toEqual([`rate(${everyMinutes} minutes)`, 'ENABLED']);
    expect(text('Schedule', only(Targets as { Arn: unknown }[]).Arn)).toBe(
      'Schedule/RefreshKeySets/Function.Arn',
    );
  });
});
