import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import type { Activity } from '../../../shared/audit/activity.ts';
import type { PersonKeys } from '../../../shared/auth/person-keys.ts';
import { type Change, create } from '../../../shared/persistence/change.ts';
import { commit } from '../../../shared/persistence/commit.ts';
import type { Database } from '../../../shared/persistence/database.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { commissions, nationalManagement, people, roles, staff, units } from './demo-data.ts';

const demoChanges = ({ personOf }: PersonKeys): Change[] => [
  ...units.map((value) => create(entities.unit, value)),
  ...staff.map((value) => create(entities.staffMember, value)),
  ...roles.map((value) => create(entities.roleAssignment, value)),
  ...commissions.map((value) => create(entities.commission, value)),
  ...Object.values(people).map((number) =>
    create(entities.registration, { personKey: personOf(number).key, registeredInSweden: true }),
  ),
];

const isThere = async ({ client, tables }: Database, { table, key }: Change): Promise<boolean> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: tables[table], Key: { ...key }, ConsistentRead: true }),
  );
  return Item !== undefined;
};

/** No write without an entry that says so (LOG-22); it lies in the national management's log. */
const seeding = (written: number, now: Date): Activity => ({
  eventId: uuidv7(),
  at: now.toISOString(),
  activity: 'permissions-changed',
  outcome: 'performed',
  operationId: 'seedDemoData',
  correlationId: randomUUID(),
  actor: { kind: 'staff', hsaId: 'TST5565594230-SEED', provider: nationalManagement },
  provider: nationalManagement,
  resource: { items: String(written) },
});

/** Writes what is missing of the demo data and leaves the rest as it has become; answers with the number written. */
export const seedDemoData = async (
  database: Database,
  personKeys: PersonKeys,
  now: Date,
): Promise<number> => {
  const wanted = demoChanges(personKeys);
  const there = await Promise.all(wanted.map((change) => isThere(database, change)));
  const changes = wanted.filter((_, at) => there[at] !== true);
  if (changes.length > 0)
    await commit(database, { changes, activity: seeding(changes.length, now), once: undefined });
  return changes.length;
};
