import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Connection } from '../../support/database/connection.ts';

type Input = Readonly<Record<string, unknown>>;

interface Consumed {
  readonly CapacityUnits?: number;
}

const unitsIn = ({ output }: { output: unknown }): number => {
  const { ConsumedCapacity: consumed = [] } = output as { ConsumedCapacity?: Consumed | Consumed[] };
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/**
 * DynamoDB Local counts only one item of a transaction for each table, where DynamoDB counts all. Each is therefore
 * sent as a transaction of its own; no two touch the same item, so together they do the same.
 */
const countable = (input: Input): Input[] => {
  const asked = { ReturnConsumedCapacity: 'INDEXES' };
  const { TransactItems, ClientRequestToken: _, ...rest } = input;
  return Array.isArray(TransactItems)
    ? TransactItems.map((item: unknown) => ({ ...rest, ...asked, TransactItems: [item] }))
    : [{ ...input, ...asked }];
};

/** Sends so that units can be counted; gives what came back and the units. */
export const counted = async <R extends { output: unknown }>(
  input: Input,
  send: (part: Input) => Promise<R>,
): Promise<{ result: R; units: number }> => {
  const results: R[] = [];
  for (const part of countable(input)) results.push(await send(part));
  const [result] = results;
  if (!result) throw new Error('An empty transaction was sent');
  return { result, units: results.reduce((sum, one) => sum + unitsIn(one), 0) };
};

/** A client that counts the units of what is written in transactions through it. */
export const clientCountingWrites = (connection: Connection) => {
  const plain = new DynamoDBClient(connection);
  let written = 0;
  plain.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'TransactWriteItemsCommand') return next(args);
        const { result, units } = await counted(args.input as unknown as Input, (part) =>
          next({ ...args, input: part } as typeof args),
        );
        written += units;
        return result;
      },
    { step: 'initialize', name: 'counting' },
  );
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return { client, written: () => written };
};
