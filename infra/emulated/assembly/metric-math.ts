import * as z from 'zod';
import { resourcesOf, type TemplateChange } from './template.ts';

const metrics = z.array(
  z.object({
    MetricStat: z
      .object({ Metric: z.record(z.string(), z.unknown()), Stat: z.string(), Period: z.number() })
      .optional(),
  }),
);

/** An alarm on a sum of metrics watches the first of them instead: the emulator does not count. */
export const watchOneMetric: TemplateChange = (template) =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(({ Properties }) => {
    if (!Properties['Metrics']) return [];
    const first = metrics.parse(Properties['Metrics']).find(({ MetricStat }) => MetricStat)?.MetricStat;
    delete Properties['Metrics'];
    delete Properties['ThresholdMetricId'];
    Properties['Threshold'] ??= 1;
    // A query names no metric at all.
    Object.assign(Properties, { Namespace: 'Emulated', MetricName: 'Calculated', Period: 300 });
    const Statistic = first?.Stat === 'Maximum' ? 'Maximum' : 'Sum';
    Object.assign(Properties, { Statistic }, first && { ...first.Metric, Period: first.Period });
    return ['what alarms calculate from several metrics (AWS::CloudWatch::Alarm with Metrics)'];
  });
