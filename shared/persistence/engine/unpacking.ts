import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** True once the caller is let in, false once they are not. */
type LetIn = Promise<boolean>;

const awaited = new AsyncLocalStorage<LetIn>();

/**
 * Asks the database at once and unpacks no answer before the caller is let in. What is there can be large and what is not is nothing: to
 * read and parse it would tell, by the time that takes, those who may not know (ID-1). Must not begin what the decision itself waits for.
 */
export const unpackedOnceLetIn = <T>(letIn: LetIn, begin: () => T): T => awaited.run(letIn, begin);

const bodyOf = (response: unknown): unknown =>
  typeof response === 'object' && response !== null && 'body' in response ? response.body : undefined;

/** Between the answer's first byte and its parsing. */
export const waitBeforeUnpacking = ({ middlewareStack }: DynamoDBClient): void => {
  middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      if ((await awaited.getStore()) !== false) return result;
      const body = bodyOf(result.response);
      if (body instanceof Readable) body.resume();
      throw new Error('Nobody was let in to what was read');
    },
    { step: 'deserialize', name: 'waitBeforeUnpacking', priority: 'low' },
  );
};
