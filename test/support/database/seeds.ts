import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../../../shared/persistence/engine/database.ts';
import type { Entity } from '../../../shared/persistence/engine/entity.ts';

export interface Seed {
  readonly TableName: string;
  readonly Item: Record<string, unknown>;
}

/** A value as the application would have left it. */
export const seedOf = <T extends object>(
  { tables }: Database,
  kind: Entity<T>,
  value: T,
  version: number,
): Seed => ({
  TableName: tables[kind.table],
  Item: {
    ...kind.key(value),
    ...value,
    ...kind.indexKeys?.(value),
    type: kind.type,
    version,
    activityId: 'seed',
  },
});

/** DynamoDB’s limit. */
const mostInBatch = 25;

/** In few requests: one costs DynamoDB Local more than what is written by it. */
export const putTogether = async ({ client }: Database, seeds: readonly Seed[]): Promise<void> => {
  for (let at = 0; at < seeds.length; at += mostInBatch) {
    const batch = Map.groupBy(seeds.slice(at, at + mostInBatch), ({ TableName }) => TableName);
    const RequestItems = Object.fromEntries(
      [...batch].map(([name, those]) => [name, those.map(({ Item }) => ({ PutRequest: { Item } }))]),
    );
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('DynamoDB Local left seeds out');
  }
};
