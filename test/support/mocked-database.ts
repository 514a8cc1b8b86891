import 'aws-sdk-client-mock-vitest/extend';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { Activity } from '../../shared/audit/activity.ts';
import type { Database } from '../../shared/persistence/engine/database.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));

/** DynamoDB as it is in AWS and never on one machine: busy, in conflict, or gone. Says nothing until a test says what. */
export const dynamo = mockClient(client);

export const database: Database = {
  client,
  tables: {
    organisation: 'organisation',
    moments: 'moments',
    instances: 'instances',
    activities: 'activities',
    auditLog: 'audit-log',
  },
};

export const anActivity: Activity = {
  eventId: '0198c1d2-0000-7000-8000-000000000001',
  at: '2026-11-23T10:00:00.000Z',
  activity: 'unit-state-changed',
  outcome: 'performed',
  operationId: 'setUnitState',
  correlationId: 'e5b2b0c0-0000-4000-8000-000000000000',
  actor: { kind: 'staff', hsaId: 'TST5565594230-CPA1', provider: 'TST5565594230-1000' },
  provider: 'TST5565594230-1000',
};
