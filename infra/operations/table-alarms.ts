import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { Table } from '../../shared/contract/grant.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { AlarmSpec } from './alarm.ts';

const period = Duration.minutes(5);

const operations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** What people lose with each table; no other table is wanted for what the first four hold. */
const lost: Record<Table, string> = {
  organisation: 'nobody’s rights can be read, so that everybody is refused',
  moments: 'moments and forms cannot be opened',
  instances: 'residents and staff cannot open or save what they do together',
  activities: 'nothing can be logged, and what cannot be logged is neither shown nor changed',
  auditLog: 'auditors cannot read the log, and new entries reach it late',
};

/** Reads of an index have their own alarm: with them the table's would look at more than the ten metrics an alarm may. */
const indexReads = (table: Table, { tables, indexesOf }: DataStack): IMetric => {
  const { tableName: TableName } = tables[table];
  const using = indexesOf(table).map((GlobalSecondaryIndexName, at) => {
    const dimensionsMap = { TableName, GlobalSecondaryIndexName };
    const metric = new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: 'ReadThrottleEvents',
      dimensionsMap,
      statistic: Stats.SUM,
      period,
    });
    return [`m${at}`, metric] as const;
  });
  return new MathExpression({
    expression: using.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    label: `Lists of ${table} throttled`,
    usingMetrics: Object.fromEntries(using),
    period,
  });
};

const listAlarms = (table: Table, data: DataStack): AlarmSpec[] =>
  data.indexesOf(table).length === 0
    ? []
    : [
        {
          name: `${table.charAt(0).toUpperCase()}${table.slice(1)}ListsThrottled`,
          metric: indexReads(table, data),
          threshold: 10,
          periods: 2,
          means: `DynamoDB holds back the lists of ${table}: work lists and searches fail, while what is opened by its own id still works.`,
          first:
            'See which index it is in the table’s own metrics: one owner with very many rows passes 3 000 reads a second of one key.',
        },
      ];

/** An index that is throttled holds up its table's writes, so that it counts as the table (five indexes at most here). */
const throttled = (table: Table, { tables, indexesOf }: DataStack): IMetric => {
  const { tableName: TableName } = tables[table];
  const named = ['ReadThrottleEvents', 'WriteThrottleEvents'];
  const metric = (metricName: string, dimensions: Record<string, string>) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName, ...dimensions },
      statistic: Stats.SUM,
      period,
    });
  const all = [
    ...named.map((name) => metric(name, {})),
    ...indexesOf(table).map((index) => metric('WriteThrottleEvents', { GlobalSecondaryIndexName: index })),
  ];
  const using = all.map((one, at) => [`m${at}`, one] as const);
  return new MathExpression({
    expression: using.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    label: `${table} throttled`,
    usingMetrics: Object.fromEntries(using),
    period,
  });
};

const alarmsOf = (table: Table, data: DataStack): AlarmSpec[] => {
  const name = `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
  const stopsCare = table === 'auditLog' ? {} : { stopsCare: true as const };
  return [
    {
      name: `${name}Throttled`,
      metric: throttled(table, data),
      threshold: 10,
      periods: 2,
      ...stopsCare,
      means: `DynamoDB holds back the table ${table}: while it does, ${lost[table]}.`,
      first:
        'See on the dashboard whether reads, writes or an index are held back; one hot key passes 1 000 writes a second, an account its quota.',
    },
    {
      name: `${name}SystemErrors`,
      metric: data.tables[table].metricSystemErrorsForOperations({
        operations,
        statistic: Stats.SUM,
        period,
      }),
      threshold: 5,
      periods: 2,
      ...stopsCare,
      means: `DynamoDB itself fails for the table ${table}: while it does, ${lost[table]}.`,
      first:
        'Read AWS’s health page for Stockholm; there is nothing to mend here, so tell the care units how long it may last.',
    },
  ];
};

/** Each table, so that whoever is woken knows what people have lost. */
export const tableAlarms = (data: DataStack): AlarmSpec[] =>
  Object.keys(data.tables).flatMap((table) => [
    ...alarmsOf(table as Table, data),
    ...listAlarms(table as Table, data),
  ]);
