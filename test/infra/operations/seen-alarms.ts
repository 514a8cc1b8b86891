import { named } from '../rights/policies.ts';
import { text } from '../synthesised.ts';

export const alarm = (name: string) => named('AWS::CloudWatch::Alarm', `Operations/${name}`).properties;

interface Queried {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    Period: number;
    Metric: { MetricName: string; Dimensions?: { Name: string; Value: unknown }[] };
  };
}
export const queries = (name: string) => alarm(name)['Metrics'] as Queried[];
export const dimensions = (of: unknown): Record<string, string> =>
  Object.fromEntries(
    ((of ?? []) as { Name: string; Value: unknown }[]).map(({ Name, Value }) => [
      Name,
      text('Operations', Value),
    ]),
  );
