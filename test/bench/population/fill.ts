import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Change } from '../../../shared/persistence/engine/change.ts';
import type { Database } from '../../../shared/persistence/engine/database.ts';

/** DynamoDB's own limit. */
const batchSize = 25;
const writers = 8;

type Requests = Record<string, { PutRequest: { Item: Record<string, unknown> } }[]>;

/** As `commit` would have left it; entries of the log carry no activity's id, they are one. */
const itemOf = ({ key, item, table }: Change): Record<string, unknown> => ({
  ...key,
  ...item,
  ...(table === 'auditLog' ? {} : { activityId: 'bench' }),
});

const batchFrom = (changes: Iterator<Change>, { tables }: Database): Requests => {
  const requests: Requests = {};
  for (let at = 0; at < batchSize; at += 1) {
    const { value, done } = changes.next();
    if (done) break;
    const name = tables[value.table];
    requests[name] = [...(requests[name] ?? []), { PutRequest: { Item: itemOf(value) } }];
  }
  return requests;
};

/** Writes items without asking what was there, as no function may; `onProgress` is told how many are written. */
export const fill = async (
  database: Database,
  changes: Iterator<Change>,
  onProgress: (written: number) => void,
): Promise<void> => {
  let written = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const RequestItems = batchFrom(changes, database);
      const count = Object.values(RequestItems).flat().length;
      if (count === 0) return;
      const { UnprocessedItems } = await database.client.send(new BatchWriteCommand({ RequestItems }));
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('BatchWriteItem left items out');
      written += count;
      onProgress(written);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
};
