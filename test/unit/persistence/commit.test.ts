import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { create } from '../../../shared/persistence/engine/change.ts';
import { commit } from '../../../shared/persistence/engine/commit.ts';
import { idempotencyItem } from '../../../shared/persistence/engine/idempotency.ts';
import { longestPausesMs } from '../../../shared/persistence/engine/pauses.ts';
import { isTransientFailure } from '../../../shared/persistence/engine/transient-failure.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { anActivity, database, dynamo } from '../../support/mocked-database.ts';
import { aUnit } from './unit-examples.ts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const conflict = cancelled('TransactionConflict', 'None');

const writing = () =>
  commit(database, { changes: [create(entities.unit, aUnit())], activity: anActivity, once: undefined });

beforeEach(() => void dynamo.reset());

describe('CARE-7 writes that meet in one item', () => {
  it('are tried again, each time as the same write', async () => {
    dynamo.on(TransactWriteCommand).rejectsOnce(conflict).rejectsOnce(conflict).resolves({});
    expect(await writing()).toBeUndefined();
    expect(dynamo).toHaveReceivedCommandTimes(TransactWriteCommand, 3);
    for (const time of [1, 2, 3])
      expect(dynamo).toHaveReceivedNthCommandWith(TransactWriteCommand, time, {
        ClientRequestToken: anActivity.eventId,
      });
  });

  it('are given up where it never ends: whoever asked is told to come back', async () => {
    dynamo.on(TransactWriteCommand).rejects(conflict);
    await expect(writing()).rejects.toMatchObject({ code: 'unavailable' });
    expect(dynamo).toHaveReceivedCommandTimes(TransactWriteCommand, longestPausesMs.length + 1);
  });

  it('are told what really was in the way, once the other is done', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(conflict)
      .rejects(cancelled('ConditionalCheckFailed', 'None'));
    await expect(writing()).rejects.toMatchObject({ code: 'already-exists' });
  });
});

describe('LOG-15 a write that DynamoDB has no room for', () => {
  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is not pressed on it: %s is said to whoever asked',
    async (code) => {
      dynamo.on(TransactWriteCommand).rejects(cancelled('None', code));
      await expect(writing()).rejects.toMatchObject({ code: 'unavailable' });
      expect(dynamo).toHaveReceivedCommandOnce(TransactWriteCommand);
    },
  );

  it('may pass later, after the SDK has tried in vain', async () => {
    const busy = new ProvisionedThroughputExceededException({ message: 'busy', $metadata: { attempts: 3 } });
    dynamo.on(TransactWriteCommand).rejects(busy);
    const error = await writing().catch((thrown: unknown) => thrown);
    expect(isTransientFailure(error)).toBe(true);
    expect(dynamo).toHaveReceivedCommandOnce(TransactWriteCommand);
  });
});

describe('CARE-7 a write whose first answer was lost', () => {
  const attempt = {
    ...{ caller: 'TST5565594230-CPA1', operationId: 'setUnitState', key: 'k', input: { state: 'active' } },
  };
  const earlier = { body: { state: 'active' }, version: 7 };

  it('is answered as it was then', async () => {
    dynamo.on(TransactWriteCommand).rejects(
      new TransactionCanceledException({
        ...{ message: 'cancelled', $metadata: {} },
        CancellationReasons: [
          { Code: 'ConditionalCheckFailed' },
          { Code: 'None' },
          {
            Code: 'ConditionalCheckFailed',
            Item: marshall(idempotencyItem(attempt, earlier, anActivity.at)),
          },
        ],
      }),
    );
    const once = { attempt, answer: { body: { state: 'inactive' } } };
    const changes = [create(entities.unit, aUnit())];
    expect(await commit(database, { changes, activity: anActivity, once })).toEqual(earlier);
  });
});
