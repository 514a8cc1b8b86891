import { activity } from '../../../shared/audit/activity.ts';
import { entryOf } from '../../../shared/audit/entry.ts';
import { openAuditLog } from '../../../shared/persistence/audit-log/append-audit-entry.ts';
import type { Database } from '../../../shared/persistence/engine/database.ts';
import { sequentialRoundTrips } from '../../support/recorded-client.ts';
import type { Answer } from './http-client.ts';
import type { Call, Recorder } from './recorder.ts';

/** What one request took of the database, by DynamoDB's own account of units. */
export interface Observation {
  readonly answer: Answer;
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** What the stream's consumer writes afterwards: the entry and its five indexes. Nobody waits for it. */
  readonly logUnits: number;
}

interface Written {
  readonly Item?: Record<string, unknown>;
  readonly TransactItems?: readonly { readonly Put?: { readonly Item: Record<string, unknown> } }[];
}

/** The items that the stream's filter lets through to the log. */
const loggedIn = (calls: readonly Call[]): Record<string, unknown>[] =>
  calls
    .flatMap(({ input }) => {
      const { Item, TransactItems = [] } = input as Written;
      return [Item, ...TransactItems.map(({ Put }) => Put?.Item)];
    })
    .filter((item) => item?.['logged'] === true) as Record<string, unknown>[];

export const observationOf = async (
  recorder: Recorder,
  { client, tables }: Database,
  send: () => Promise<Answer>,
): Promise<Observation> => {
  let answer: Answer | undefined;
  const { calls, readUnits, writeUnits } = await recorder.record('count-units', async () => {
    answer = await send();
  });
  if (!answer) throw new Error('No answer was recorded');
  const log = openAuditLog(tables.auditLog, client);
  const { writeUnits: logUnits } = await recorder.record('count-units', async () => {
    for (const item of loggedIn(calls)) await log.append(entryOf(activity.parse(item)));
  });
  return { answer, roundTrips: sequentialRoundTrips(calls), readUnits, writeUnits, logUnits };
};
