import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AuditEntry } from '../../audit/entry.ts';
import { openClient } from '../engine/database.ts';
import { auditLogEntities } from './entities.ts';

/** How an entry met the log: written now, there already, or there with other content, which somebody must explain. */
type AppendOutcome = 'appended' | 'already-there' | 'differs';

export interface AuditLog {
  /** Writes once in effect, however often it is told (LOG-16). Throws only what may be tried again. */
  append(entry: AuditEntry): Promise<AppendOutcome>;
}

/** The audit log as its one writer sees it. */
export const openAuditLog = (TableName: string, client: DynamoDBDocumentClient = openClient()): AuditLog => ({
  async append(entry) {
    const { type, key, indexKeys } = auditLogEntities.auditEntry;
    const Item = { ...key(entry), ...entry, ...indexKeys?.(entry), type, version: 1 };
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item,
          ConditionExpression: 'attribute_not_exists(#pk)',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'appended';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return isDeepStrictEqual(error.Item && unmarshall(error.Item), Item) ? 'already-there' : 'differs';
    }
  },
});
