import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { ActivityCode } from '../../audit/activity-catalogue.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page } from '../engine/page.ts';
import { queryPage } from '../engine/query-page.ts';
import { keys } from '../keys.ts';
import { auditLogEntities } from './entities.ts';

/** What an auditor may look for (LOG-19); `from` and `to` are ISO instants, both included. */
export interface AuditFilter {
  readonly provider: string;
  readonly patientKey?: string | undefined;
  readonly staff?: string | undefined;
  readonly unit?: string | undefined;
  readonly activity?: ActivityCode | undefined;
  readonly from: string;
  readonly to: string;
}

/** Narrowest first: the index is the first of these that the auditor named, the rest are filters. */
const indexes = [
  ['patientKey', 'byPatient'],
  ['staff', 'byStaff'],
  ['unit', 'byUnit'],
  ['activity', 'byActivity'],
] as const;

const conditionsOf = (filter: AuditFilter) => {
  const named = indexes.filter(([attribute]) => filter[attribute] !== undefined);
  const [narrowest, ...others] = named;
  const equal = (attribute: string) => `#${attribute} = :${attribute}`;
  const attributes = ['provider', ...named.map(([attribute]) => attribute)] as const;
  return {
    index: narrowest?.[1] ?? 'byProvider',
    partition: narrowest ? { [narrowest[0]]: filter[narrowest[0]] } : {},
    condition: {
      KeyConditionExpression: [
        equal('provider'),
        ...(narrowest ? [equal(narrowest[0])] : []),
        '#at BETWEEN :from AND :to',
      ].join(' AND '),
      ...(others.length > 0
        ? { FilterExpression: others.map(([attribute]) => equal(attribute)).join(' AND ') }
        : {}),
      ExpressionAttributeNames: Object.fromEntries([...attributes, 'at'].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(attributes.map((name) => [`:${name}`, filter[name as keyof AuditFilter]])),
        ':from': filter.from,
        ':to': filter.to,
      },
    },
  };
};

const placeIn = ({ from, to }: AuditFilter, at: string) => {
  if (at > to) return 'above';
  return at < from ? 'below' : 'within';
};

/**
 * What a provider has done about a person. That its auditors searched for them is not that, nor what was denied: whoever guesses
 * a number would make the entry themselves.
 */
const dealings = (provider: string, patientKey: string) => ({
  IndexName: 'byPatient',
  KeyConditionExpression: '#provider = :provider AND #patientKey = :patientKey',
  FilterExpression: '#outcome = :performed AND #activity <> :logRead',
  ExpressionAttributeNames: {
    ...{ '#provider': 'provider', '#patientKey': 'patientKey' },
    ...{ '#outcome': 'outcome', '#activity': 'activity' },
  },
  ExpressionAttributeValues: {
    ...{ ':provider': provider, ':patientKey': patientKey },
    ...{ ':performed': 'performed', ':logRead': 'log-read' satisfies ActivityCode },
  },
  Select: 'COUNT' as const,
});

/** A megabyte each: what is denied or searched for fills them, and never so many that a request is not answered in time. */
const mostPages = 10;

export const auditLogReader = (database: Database, cursors: Cursors) => ({
  /** A provider has dealt with a person, at any time; not where that lies behind more than is read at once. */
  async hasDealtWith(provider: string, patientKey: string): Promise<boolean> {
    const asked = { TableName: database.tables.auditLog, ...dealings(provider, patientKey) };
    let ExclusiveStartKey: QueryCommandOutput['LastEvaluatedKey'];
    for (let page = 0; page < mostPages; page += 1) {
      const found = await database.client.send(new QueryCommand({ ...asked, ExclusiveStartKey }));
      if (found.Count) return true;
      if (!found.LastEvaluatedKey) return false;
      ExclusiveStartKey = found.LastEvaluatedKey;
    }
    return false;
  },

  /** Newest first, within one provider only: the provider is part of every index's partition key. */
  list(
    filter: AuditFilter,
    page: { limit: number; cursor: string | undefined },
  ): Promise<Page<Stored<AuditEntry>>> {
    const { index, partition, condition } = conditionsOf(filter);
    return queryPage(database, cursors, {
      kind: auditLogEntities.auditEntry,
      index,
      condition,
      newestFirst: true,
      ...page,
      // Not the time: `from` and `to` follow the clock where the auditor names none.
      list: ['audit', filter.provider, ...indexes.map(([attribute]) => filter[attribute])],
      pointer: '/body/cursor',
      sortAttributes: ['at', 'sk'],
      place: ({ at = '' }) => placeIn(filter, at),
      startKey: ({ at = '', sk = '' }) => ({
        ...keys.auditEntry(at, sk),
        provider: filter.provider,
        ...partition,
        at,
      }),
    });
  },
});
