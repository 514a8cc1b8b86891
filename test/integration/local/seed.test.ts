import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import {
  commissions,
  nationalManagement,
  people,
  roles,
  staff,
  units,
} from '../../../infra/local/data/demo-data.ts';
import { seedDemoData } from '../../../infra/local/data/seed.ts';
import { createPersonKeys } from '../../../shared/auth/person-keys.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { createCursors } from '../../../shared/persistence/page.ts';
import { createStores } from '../../../shared/persistence/stores.ts';
import { World } from '../../support/world.ts';

const secret = 'a secret of the tests, long enough to be one';
const personKeys = createPersonKeys(secret);
const now = new Date('2026-11-23T12:00:00.000Z');
const total = units.length + staff.length + roles.length + commissions.length + Object.keys(people).length;

test('all demo data is written once and is readable, every personnummer sound', async () => {
  const { database } = await World.create();
  expect(await seedDemoData(database, personKeys, now)).toBe(total);
  expect(await seedDemoData(database, personKeys, now)).toBe(0);

  const { organisation } = createStores(database, createCursors(secret));
  for (const unit of units) expect((await organisation.unit(unit.hsaId))?.value).toEqual(unit);
  const access = await Promise.all(staff.map(({ hsaId }) => organisation.access(hsaId)));
  const found = {
    roles: access.flatMap((one) => one.roles),
    commissions: access.flatMap((one) => one.commissions),
  };
  expect(new Set(found.roles)).toEqual(new Set(roles));
  expect(new Set(found.commissions)).toEqual(new Set(commissions));
  for (const number of Object.values(people)) {
    const { key } = personKeys.identify(number);
    expect((await organisation.registration(key))?.value.registeredInSweden).toBe(true);
  }
});

test('each time it writes, one activity in the national management’s log says so', async () => {
  const world = await World.create();
  await seedDemoData(world.database, personKeys, now);
  await seedDemoData(world.database, personKeys, now);
  const activities = await world.activities();
  expect(activities).toMatchObject([
    { activity: 'permissions-changed', provider: nationalManagement, resource: { items: String(total) } },
  ]);
  const items = await world.all('organisation');
  expect(new Set(items.map(({ activityId }) => activityId))).toEqual(new Set([activities[0]?.eventId]));
});

test('a later start writes what is missing and leaves what has changed', async () => {
  const world = await World.create();
  const { client, tables } = world.database;
  await seedDemoData(world.database, personKeys, now);
  const [changed, missing] = units;
  if (!changed || !missing) throw new Error('Too few units');
  await world.have(entities.unit, { ...changed, state: 'inactive' }, 2);
  await client.send(
    new DeleteCommand({ TableName: tables.organisation, Key: { ...entities.unit.key(missing) } }),
  );

  expect(await seedDemoData(world.database, personKeys, now)).toBe(1);
  const { organisation } = createStores(world.database, createCursors(secret));
  expect(await organisation.unit(changed.hsaId)).toMatchObject({ version: 2, value: { state: 'inactive' } });
  expect((await organisation.unit(missing.hsaId))?.value).toEqual(missing);
});
