import type { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isConflict } from './cancellation.ts';
import type { Database } from './database.ts';
import { longestPausesMs, pause } from './pauses.ts';

/**
 * Two who change one item at once meet there, such as in the head of a moment, and DynamoDB cancels one of them without a word on its
 * conditions: that one tries again. The token makes sure that what was carried out after all is not carried out twice.
 */
export const sendTransaction = async ({ client }: Database, command: TransactWriteCommand): Promise<void> => {
  for (const longestMs of longestPausesMs) {
    try {
      await client.send(command);
      return;
    } catch (error) {
      if (!isConflict(error)) throw error;
      await pause(longestMs);
    }
  }
  await client.send(command);
};
