import { describe, expect, test } from 'vitest';
import { triggers } from '../../../functions/triggers.ts';
import { constructOf } from '../expected-functions.ts';
import { named } from '../rights/policies.ts';
import { ofType, only, stage, text } from '../synthesised.ts';

const streaming = triggers
  .filter((one) => 'stream' in one)
  .map((trigger) => ({
    ...trigger,
    construct: constructOf(trigger.name),
    stack: constructOf(trigger.name).split('/')[0] ?? '',
  }));
const mappingOf = ({ stack, stream }: (typeof streaming)[number]) =>
  named('AWS::Lambda::EventSourceMapping', `${stack}/${stream}Stream`).properties;

describe('LOG-16 a stream reaches each function that reads it, and loses nothing', () => {
  test('there are no more readers than DynamoDB takes without holding them back', () => {
    const read = ofType('AWS::Lambda::EventSourceMapping').map(({ stack, properties }) =>
      text(stack, properties['EventSourceArn']),
    );
    expect(read).toEqual(streaming.map(() => 'Data/Activities.StreamArn'));
    expect(read.length).toBeLessThanOrEqual(2);
  });

  test.each(streaming)('$name reads the outbox’s stream from its beginning', (one) => {
    const mapping = mappingOf(one);
    expect(text(one.stack, mapping['EventSourceArn'])).toBe('Data/Activities.StreamArn');
    expect(text(one.stack, mapping['FunctionName'])).toBe(`${one.construct}/Function`);
    expect(mapping['StartingPosition']).toBe('TRIM_HORIZON');
  });

  test.each(streaming)('$name: the settings are the trigger’s, and nothing else is set', (one) => {
    const { EventSourceArn, FunctionName, StartingPosition, DestinationConfig, ...settings } = mappingOf(one);
    expect(settings).toEqual({
      BatchSize: one.batchSize,
      MaximumRetryAttempts: one.maximumRetryAttempts,
      MaximumRecordAgeInSeconds: one.maximumRecordAgeSeconds,
      FilterCriteria: { Filters: one.filters.map((filter) => ({ Pattern: JSON.stringify(filter) })) },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MetricsConfig: { Metrics: ['EventCount'] },
    });
  });

  test.each(streaming)('$name: what fails is out of the stream before the stream forgets it', (one) => {
    expect(one.maximumRecordAgeSeconds).toBeLessThanOrEqual(20 * 3600);
    expect(one.maximumRetryAttempts).toBeLessThanOrEqual(50);
  });

  test.each(streaming)('$name: what cannot be done lands in the failure bucket', (one) => {
    const { OnFailure } = mappingOf(one)['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(text(one.stack, OnFailure.Destination)).toBe(`${one.stack}/Undelivered.Arn`);
  });
});

describe('MED-3 MED-4 the quarantine tells the verifier of each upload and each verdict', () => {
  const trigger = only(triggers.filter((one) => 'bucket' in one));
  const verifier = `${constructOf(trigger.name)}/Function`;
  const quarantine = () => named('AWS::S3::Bucket', 'Media/Quarantine');
  const invoker = () =>
    only(
      ofType('AWS::Lambda::Permission').filter(
        ({ properties: { Principal } }) => Principal === 's3.amazonaws.com',
      ),
    );

  test('of those events, for media only', () => {
    const { EventBridgeConfiguration, LambdaConfigurations } = quarantine().properties[
      'NotificationConfiguration'
    ] as Record<string, { Event: string; Filter: unknown; Function: unknown }[]>;
    expect(EventBridgeConfiguration).toEqual({ EventBridgeEnabled: true });
    expect(LambdaConfigurations?.map(({ Event }) => Event)).toEqual([
      's3:ObjectCreated:*',
      's3:ObjectTagging:Put',
    ]);
    for (const { Filter, Function: target } of LambdaConfigurations ?? []) {
      expect(text('Media', target)).toBe(`${verifier}.Arn`);
      expect(Filter).toEqual({ S3Key: { Rules: [{ Name: 'prefix', Value: 'moments/' }] } });
    }
  });

  test('no other bucket tells any function', () => {
    const telling = ofType('AWS::S3::Bucket').filter(({ properties }) =>
      JSON.stringify(properties['NotificationConfiguration'] ?? {}).includes('Function'),
    );
    expect(telling.map(({ path }) => path)).toEqual(['Media/Quarantine']);
  });

  test('it may, for this account’s bucket of that name only, and before the bucket is told to', () => {
    const { properties, logicalId } = invoker();
    const { BucketName } = quarantine().properties;
    expect(text('Media', properties['FunctionName'])).toBe(`${verifier}.Arn`);
    expect(properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      SourceArn: `arn:aws:s3:::${BucketName}`,
      SourceAccount: stage.account,
    });
    expect(quarantine().whole['DependsOn']).toEqual([logicalId]);
  });

  test('what fails three times is kept whole in the failure bucket', () => {
    const { properties } = only(ofType('AWS::Lambda::EventInvokeConfig'));
    const { OnFailure } = properties['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(text('Media', properties['FunctionName'])).toBe(verifier);
    expect(text('Media', OnFailure.Destination)).toBe('Media/Undelivered.Arn');
    expect(properties).toMatchObject({
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 6 * 3600,
      Qualifier: '$LATEST',
    });
  });

  test('a film has five minutes to be copied', () => {
    expect(named('AWS::Lambda::Function', verifier).properties['Timeout']).toBe(300);
  });
});

describe('what runs by the clock', () => {
  const scheduled = triggers.filter((one) => 'everyMinutes' in one);
  test.each(scheduled)('$name runs as often as the trigger says', ({ name, everyMinutes }) => {
    const rule = ofType('AWS::Events::Rule').filter(({ path }) => path === `Schedule/${name}Rule`);
    const { ScheduleExpression, State, Targets } = only(rule).properties;
    expect([ScheduleExpression, State]).toEqual([`rate(${everyMinutes} minutes)`, 'ENABLED']);
    const construct = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect(text('Schedule', only(Targets as { Arn: unknown }[]).Arn)).toBe(
      `Schedule/${construct}/Function.Arn`,
    );
  });
});
