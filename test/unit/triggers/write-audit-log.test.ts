import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWriteAuditLog } from '../../../functions/audit/write-audit-log.ts';
import { openAuditLog } from '../../../shared/persistence/audit-log/append-audit-entry.ts';
import { anActivity, database, dynamo } from '../../support/mocked-database.ts';
import { aLog, failedOf } from './stream-records.ts';

const activities = [1, 2, 3].map((n) => ({
  ...anActivity,
  eventId: `0198c1d2-0000-7000-8000-00000000000${n}`,
}));
const about = (n: number) => ({ eventId: activities[n - 1]?.eventId });

let log = aLog();
const handler = createWriteAuditLog(() => ({
  auditLog: openAuditLog(database.tables.auditLog, database.client),
  log,
}));

beforeEach(() => {
  dynamo.reset();
  log = aLog();
});

describe('LOG-16 an audit log that has no room', () => {
  it('is given the entries again that it did not take, and those alone', async () => {
    const busy = new ProvisionedThroughputExceededException({ message: 'busy', $metadata: { attempts: 3 } });
    dynamo.on(PutCommand).callsFake(({ Item }) => {
      if (Item.eventId === about(2).eventId) throw busy;
      return {};
    });
    expect(await failedOf(handler, activities)).toEqual(['2']);
    expect(dynamo).toHaveReceivedCommandTimes(PutCommand, 3);
    expect(log.error.mock.calls).toEqual([
      ['audit-entry-failed', { sequenceNumber: '2', error: 'ProvisionedThroughputExceededException' }],
    ]);
  });

  it('for any of them is given them all again, and the function does not fail', async () => {
    dynamo.on(PutCommand).rejects(Object.assign(new Error('late'), { name: 'TimeoutError' }));
    expect(await failedOf(handler, activities)).toEqual(['1', '2', '3']);
  });

  it('does not pass for having taken what it says nothing about', async () => {
    dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException({ message: 'there', $metadata: {} }));
    expect(await failedOf(handler, activities.slice(0, 1))).toEqual([]);
    expect(log.error.mock.calls).toEqual([['audit-entry-differs', about(1)]]);
  });
});
