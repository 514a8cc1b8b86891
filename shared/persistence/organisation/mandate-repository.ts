import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Mandate } from '../../domain/mandate.ts';
import type { Database } from '../engine/database.ts';
import { stored } from '../engine/entity.ts';
import { ownedBy } from '../engine/owned-by.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, listed, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Mandates held by one proxy that are read at a time. */
const maxMandates = 100;

/** Mandates from one person to another. Decisions rest on strongly consistent reads: a revoked one stops at once (ID-7). */
export const mandateRepository = (database: Database) => ({
  mandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    get(database, organisationEntities.mandate, keys.mandate(residentKey, proxyKey, mandateId)),

  /** From one person to another, revoked ones included. */
  async mandates(residentKey: string, proxyKey: string): Promise<Mandate[]> {
    const { pk } = keys.personLinks(residentKey);
    const items = await within(database, 'organisation', { pk, begins: prefix.mandatesTo(proxyKey) });
    return ofKind(organisationEntities.mandate, items).map(({ value }) => value);
  },

  /** All that a person has given, revoked ones included. */
  async mandatesFrom(residentKey: string): Promise<Mandate[]> {
    const { pk } = keys.personLinks(residentKey);
    const items = await within(database, 'organisation', { pk, begins: prefix.mandates });
    return ofKind(organisationEntities.mandate, items).map(({ value }) => value);
  },

  /** All that a person holds as proxy. From an index, so one given this instant may be a moment late. */
  async mandatesTo(proxyKey: string): Promise<Mandate[]> {
    const { index, condition } = ownedBy(proxyKey, listed.mandates);
    const { Items = [] } = await database.client.send(
      new QueryCommand({
        TableName: database.tables.organisation,
        IndexName: index,
        ...condition,
        Limit: maxMandates,
        ScanIndexForward: false,
      }),
    );
    return Items.map((item) => stored(organisationEntities.mandate, item).value);
  },
});
