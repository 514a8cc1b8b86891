import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { longestPausesMs } from '../../../shared/persistence/engine/pauses.ts';
import { getMany } from '../../../shared/persistence/engine/read.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { database, dynamo } from '../../support/mocked-database.ts';
import { aUnit } from './unit-examples.ts';

const ids = ['TST5565594230-1001', 'TST5565594230-1002', 'TST5565594230-1003'];
const keys = ids.map((hsaId) => entities.unit.key(aUnit({ hsaId })));
const itemOf = (at: number) => ({
  ...keys[at],
  ...aUnit({ hsaId: ids[at] ?? '' }),
  type: 'Unit',
  version: 1,
});
const asked = (...at: number[]) => ({
  RequestItems: { organisation: { Keys: at.map((one) => ({ ...keys[one] })), ConsistentRead: true } },
});
const left = (...at: number[]) => ({ organisation: { Keys: at.map((one) => ({ ...keys[one] })) } });

beforeEach(() => void dynamo.reset());

describe('LOG-15 many items read at once', () => {
  it('are asked for again where a busy table leaves some over, and only those', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { organisation: [itemOf(0)] }, UnprocessedKeys: left(1, 2) })
      .resolvesOnce({ Responses: {}, UnprocessedKeys: left(1, 2) })
      .resolves({ Responses: { organisation: [itemOf(1), itemOf(2)] }, UnprocessedKeys: {} });
    const found = await getMany(database, entities.unit, keys);
    expect(found.map(({ value }) => value.hsaId)).toEqual(ids);
    expect(dynamo).toHaveReceivedNthCommandWith(BatchGetCommand, 1, asked(0, 1, 2));
    expect(dynamo).toHaveReceivedNthCommandWith(BatchGetCommand, 2, asked(1, 2));
    expect(dynamo).toHaveReceivedNthCommandWith(BatchGetCommand, 3, asked(1, 2));
    expect(dynamo).toHaveReceivedCommandTimes(BatchGetCommand, 3);
  });

  it('are not asked for without end, and never given in part', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolves({ Responses: { organisation: [itemOf(0)] }, UnprocessedKeys: left(1) });
    await expect(getMany(database, entities.unit, keys)).rejects.toMatchObject({ code: 'unavailable' });
    expect(dynamo).toHaveReceivedCommandTimes(BatchGetCommand, longestPausesMs.length + 1);
  });

  it('fail all together where one part of them does', async () => {
    const busy = new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} });
    const many = Array.from({ length: 101 }, (_, at) => entities.unit.key(aUnit({ hsaId: `TST-${at}` })));
    dynamo.on(BatchGetCommand).resolvesOnce({ Responses: {} }).rejects(busy);
    await expect(getMany(database, entities.unit, many)).rejects.toBe(busy);
    expect(dynamo).toHaveReceivedCommandTimes(BatchGetCommand, 2);
  });
});
