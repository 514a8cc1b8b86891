import {
  ConditionalCheckFailedException,
  InternalServerError,
  RequestLimitExceeded,
} from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { activityItem, appendActivity } from '../../../shared/persistence/engine/append-activity.ts';
import { anActivity, database, dynamo } from '../../support/mocked-database.ts';

const inTheWay = (item?: Record<string, unknown>) =>
  new ConditionalCheckFailedException({
    ...{ message: 'there already', $metadata: { attempts: 2 } },
    ...(item ? { Item: marshall(item) } : {}),
  });

beforeEach(() => void dynamo.reset());

describe('LOG-15 an activity', () => {
  it('that the SDK stored at its first attempt, whose answer was lost, is stored', async () => {
    dynamo.on(PutCommand).rejects(inTheWay(activityItem(anActivity)));
    await expect(appendActivity(database, anActivity)).resolves.toBeUndefined();
    expect(dynamo).toHaveReceivedCommandWith(PutCommand, {
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it.each([
    ['something else stands in its place', inTheWay({ pk: 'x', eventId: 'another' })],
    ['nothing is said of what stands there', inTheWay()],
    ['too much is asked of the account', new RequestLimitExceeded({ message: 'x', $metadata: {} })],
    ['DynamoDB fails inside', new InternalServerError({ message: 'x', $metadata: {} })],
  ])('is not stored where %s', async (_, error) => {
    dynamo.on(PutCommand).rejects(error);
    await expect(appendActivity(database, anActivity)).rejects.toBe(error);
  });
});
