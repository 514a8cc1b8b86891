import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Practising } from '../../domain/organisation.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import { get, getMany, ofKind } from '../engine/read.ts';
import { keys, listed } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Who has, or had, the role of practitioner on a unit, and how much runs with them. */
export const practisingRepository = (database: Database) => ({
  practising: (hsaId: string, unit: string) =>
    get(database, organisationEntities.practising, keys.practising(hsaId, unit)),

  /** What is known of those who have, or had, the role of practitioner on a unit. */
  practisingOf: (staff: readonly string[], unit: string): Promise<Stored<Practising>[]> =>
    getMany(
      database,
      organisationEntities.practising,
      [...new Set(staff)].map((hsaId) => keys.practising(hsaId, unit)),
    ),

  /** Those without the role with whom moments run still. From an index, so one withdrawn this instant may be a moment late. */
  async leftWithMoments(unit: string): Promise<Practising[]> {
    const { index, condition } = byOwner(unit, listed.allWithoutRole);
    const { Items = [] } = await database.client.send(
      new QueryCommand({
        ...{ TableName: database.tables.organisation, IndexName: index },
        KeyConditionExpression: condition.KeyConditionExpression,
        FilterExpression: '#running > :nought',
        ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, '#running': 'running' },
        ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ':nought': 0 },
      }),
    );
    return ofKind(organisationEntities.practising, Items).map(({ value }) => value);
  },
});
