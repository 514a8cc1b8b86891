import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../engine/database.ts';

interface InstancesTable {
  readonly client: Database['client'];
  readonly tables: Pick<Database['tables'], 'instances'>;
}

/** Since when the urgent flag has waited that has waited longest unseen, at any unit; undefined where none waits (CARE-9). */
export const oldestUnseen = async ({ client, tables }: InstancesTable): Promise<string | undefined> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tables.instances,
      IndexName: 'byUnseen',
      KeyConditionExpression: '#unseen = :urgent',
      ExpressionAttributeNames: { '#unseen': 'unseen' },
      ExpressionAttributeValues: { ':urgent': 'URGENT' },
      Limit: 1,
    }),
  );
  return Items[0]?.['oldestUrgentAt'] as string | undefined;
};
