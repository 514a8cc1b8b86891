import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { linkMyEarlierNumbers } from '../../../functions/people/link-my-earlier-numbers.ts';
import { type LogStream, openLogStream } from '../../support/log-stream.ts';
import {
  login,
  loginElsewhere,
  loginResident,
  otherProvider,
  provider,
  registered,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, startedInstance, succeed } from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let stream: LogStream;
let momentId: string;
const under: string[] = [];

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  stream = await openLogStream(world);
  momentId = await activeMoment(world);
  await approvedResident(world, residents.earlier);
  for (let made = 0; made < 3; made += 1)
    under.push((await startedInstance(world, momentId, residents.earlier)).instanceId);
});

const link = async () =>
  world.call(linkMyEarlierNumbers, { body: {}, token: await loginResident('renumbered') });

describe('ID-4 a changed number', () => {
  it('does not open what lies under the earlier one before they are linked', async () => {
    const token = await loginResident('renumbered');
    const { status } = await world.call(openMyInstance, { params: { instanceId: under[0] ?? '' }, token });
    expect(status).toBe(404);
  });

  it('is linked on the register’s word, and opens what lies under the earlier one', async () => {
    expect((await link()).body).toEqual({ linked: 1 });
    const token = await loginResident('renumbered');
    const { status } = await world.call(openMyInstance, { params: { instanceId: under[0] ?? '' }, token });
    expect(status).toBe(200);
  });

  it('lists what lies under both, page by page, newest number first', async () => {
    await approvedResident(world, residents.renumbered);
    const { instanceId } = await startedInstance(world, momentId, residents.renumbered);
    const token = await loginResident('renumbered');
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor ? { cursor } : {}) };
      const page = await succeed(world, listMyInstances, { query, token });
      seen.push(...rows(page, 'instances').map((row) => row['instanceId']));
      cursor = page.body['next'] as string | undefined;
    } while (cursor);
    expect(seen).toEqual([instanceId, ...under.toReversed()]);
  });

  it('opens nothing of anybody else’s: a link is the register’s word alone', async () => {
    const token = await loginResident('unapproved');
    expect((await world.call(linkMyEarlierNumbers, { body: {}, token })).body).toEqual({ linked: 0 });
    const { status } = await world.call(openMyInstance, { params: { instanceId: under[0] ?? '' }, token });
    expect(status).toBe(404);
  });

  it('is linked when a unit approves the resident under the new number', async () => {
    const number = '195805223087';
    world.registers.persons.set(
      number,
      registered(number, { earlierNumbers: ['194805111855', '199001792382'] }),
    );
    await succeed(world, approveResident, {
      params: { unitId: units.care },
      body: { personnummer: number, scope: 'all-services' },
      token: await login('residentAdmin'),
    });
    const earlier = await world.runtime.stores.people.earlierNumbers(world.personOf(number).key);
    // The samordningsnummer they had first opened nothing, so nothing lies under it.
    expect(earlier).toEqual([world.personOf('194805111855')]);
    expect((await world.call(listMyInstances, { token: await residentToken(number) })).status).toBe(200);
  });

  const toldTo = async (providerId: string, token: string) => {
    await stream.drain();
    const { body } = await succeed(world, listAuditEntries, {
      ...{ params: { providerId }, body: { patient: residents.renumbered }, token },
    });
    return body['earlierNumbers'];
  };

  it('is told to the auditor who searches for the new one, where their provider knew the earlier (LOG-19)', async () => {
    expect(await toldTo(provider, await login('auditor'))).toEqual([residents.earlier]);
  });

  it('is not told to the auditors of others, not where they guess it, nor by an attempt that was denied', async () => {
    const token = await loginElsewhere('auditor');
    const body = { patient: residents.earlier };
    await succeed(world, listAuditEntries, { params: { providerId: otherProvider }, body, token });
    const tried = await world.call(approveResident, {
      params: { unitId: units.elsewhere },
      body: { personnummer: residents.earlier, scope: 'all-services' },
      token: await loginElsewhere('practitioner'),
    });
    expect(tried.status).toBe(403);
    expect(await toldTo(otherProvider, token)).toEqual([]);
    await succeed(world, approveResident, {
      params: { unitId: units.elsewhere },
      body: { personnummer: residents.earlier, scope: 'all-services' },
      token: await loginElsewhere('residentAdmin'),
    });
    expect(await toldTo(otherProvider, token)).toEqual([residents.earlier]);
  });

  it('is linked once, however often it is asked for', async () => {
    expect((await Promise.all([link(), link(), link()])).map(({ status }) => status)).toEqual([
      201, 201, 201,
    ]);
  });
});
