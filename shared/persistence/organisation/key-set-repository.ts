import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { KeySet, KeySetSource } from '../../auth/key-sets.ts';
import type { Database } from '../engine/database.ts';
import { keys } from '../keys.ts';

const keySet = z.object({
  issuer: z.string(),
  keys: z.array(z.object({ kid: z.string(), kty: z.string() }).catchall(z.string())),
  fetchedAt: z.iso.datetime(),
});

interface KeySetTable {
  readonly client: Database['client'];
  readonly tables: Pick<Database['tables'], 'organisation'>;
}

/** The identity providers' public keys, kept by the refresher and read by every function. */
export const keySetRepository = ({ client, tables }: KeySetTable) => {
  const source: KeySetSource = {
    async keySet(issuer) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tables.organisation, Key: { ...keys.keySet(issuer) } }),
      );
      return Item && keySet.parse(Item);
    },
  };
  return {
    ...source,
    async store(fetched: KeySet): Promise<void> {
      await client.send(
        new PutCommand({
          TableName: tables.organisation,
          Item: { ...keys.keySet(fetched.issuer), ...fetched, type: 'KeySet', version: 1 },
        }),
      );
    },
  };
};
export type KeySetRepository = ReturnType<typeof keySetRepository>;
