import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Call } from '../serving/recorder.ts';

/** The calls of one request, in waves: those of one wave are sent side by side, the next when all have come back. */
export interface Plan {
  readonly waves: readonly (readonly Pick<Call, 'command' | 'input'>[])[];
}

const send = (client: DynamoDBDocumentClient, { command, input }: Pick<Call, 'command' | 'input'>) => {
  switch (command) {
    case 'GetItemCommand':
      return client.send(new GetCommand(input as unknown as GetCommandInput));
    case 'BatchGetItemCommand':
      return client.send(new BatchGetCommand(input as unknown as BatchGetCommandInput));
    case 'QueryCommand':
      return client.send(new QueryCommand(input as unknown as QueryCommandInput));
    case 'PutItemCommand':
      return client.send(new PutCommand(input as unknown as PutCommandInput));
    case 'TransactWriteItemsCommand':
      return client.send(new TransactWriteCommand(input as unknown as TransactWriteCommandInput));
    default:
      throw new Error(`The bench does not know how to replay ${command}`);
  }
};

/** The bare SDK calls of one request and nothing else. */
export const replay = async (client: DynamoDBDocumentClient, { waves }: Plan): Promise<void> => {
  for (const wave of waves) await Promise.all(wave.map((call) => send(client, call)));
};
