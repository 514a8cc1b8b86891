import { beforeAll, describe, expect, it } from 'vitest';
import { undoStart } from '../../../functions/care/instances/undo-start.ts';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { monthOf } from '../../../shared/domain/statistics.ts';
import { hsaIdOf, login, provider, registered, residents, units } from '../../support/people.ts';
import { approvedResident, type Running, startedInstance, succeed } from '../../support/story.ts';
import { rows, type Sent, type World } from '../../support/world.ts';
import { countedWorld, sleep, worry } from './counted-world.ts';
import { outcomeOf } from './outcome.ts';

let world: World;
let running: Running;
let admin: string;
let careProviderAdmin: string;
const month = monthOf(new Date().toISOString());
const at = '2026-06-30T22:30:00.000Z';

beforeAll(async () => {
  ({ world, running } = await countedWorld());
  admin = await login('authorizationAdmin');
  careProviderAdmin = await login('careProviderAdmin');
});

const ofUnit = (
  query: Record<string, string> = {},
  unitId = units.otherCare,
  token = careProviderAdmin,
): Sent => ({
  ...{ params: { unitId }, query, token },
});
const ofProvider = (
  query: Record<string, string> = {},
  providerId = provider,
  token = careProviderAdmin,
): Sent => ({
  ...{ params: { providerId }, query, token },
});

const unitMonths = async (query?: Record<string, string>): Promise<unknown[]> => [
  ...new Set(
    rows(await succeed(world, viewUnitStatistics, ofUnit(query)), 'rows').map((row) => row['month']),
  ),
];

describe('ORG-8 what is counted', () => {
  it('is each start on the unit, in its month and moment', async () => {
    const answer = await succeed(world, viewUnitStatistics, ofUnit({}, units.care, admin));
    expect(rows(answer, 'rows')).toEqual([
      {
        ...{ unit: units.care, month, momentId: running.momentId, title: expect.any(String) },
        ...{ started: 2, ended: 0, ongoing: 2 },
      },
    ]);
  });

  it('is both what started and what ended, whichever of them came last', async () => {
    const resident = residents.proxy;
    await approvedResident(world, resident);
    const counted = async () => {
      const answer = await succeed(world, viewUnitStatistics, ofUnit({}, units.care, admin));
      return rows(answer, 'rows').map(({ started, ended, ongoing }) => [started, ended, ongoing]);
    };
    await startedInstance(world, running.momentId, resident);
    expect(await counted()).toEqual([[3, 0, 3]]);
    const becomes = { personnummer: resident, running: { becomes: 'closed' } };
    const withdrawing = {
      params: { unitId: units.care },
      body: becomes,
      token: await login('residentAdmin'),
    };
    await succeed(world, withdrawApproval, withdrawing);
    expect(await counted()).toEqual([[3, 1, 2]]);
    await approvedResident(world, resident);
    const { instanceId } = await startedInstance(world, running.momentId, resident);
    expect(await counted()).toEqual([[4, 1, 3]]);
    const undoing = { params: { instanceId }, body: { reason: 'wrong-moment' } };
    await succeed(world, undoStart, { ...undoing, token: await login('practitioner') });
    expect(await counted()).toEqual([[3, 1, 2]]);
  });

  it('is without personal data, in JSON and in CSV', async () => {
    const { key } = world.personOf(residents.approved);
    const { name } = registered(residents.approved);
    const person = [residents.approved, residents.approved.slice(2), key, name, hsaIdOf('practitioner')];
    for (const [useCase, sent] of [
      [viewUnitStatistics, ofUnit({}, units.care)],
      [viewProviderStatistics, ofProvider()],
    ] as const) {
      const json = JSON.stringify((await succeed(world, useCase, sent)).body);
      const { text: csv } = await world.call(useCase, { ...sent, headers: { Accept: 'text/csv' } });
      expect(json).toContain(running.momentId);
      expect(csv).toContain(running.momentId);
      for (const said of [...person, running.instanceId]) {
        expect(json).not.toContain(said);
        expect(csv).not.toContain(said);
      }
    }
    expect(
      JSON.stringify((await world.all('organisation')).filter(({ type }) => type === 'Statistic')),
    ).not.toContain(key);
  });

  it('leaves as ongoing what has not ended', async () => {
    const answer = await succeed(world, viewUnitStatistics, ofUnit({ from: '2026-05', to: '2026-05' }));
    expect(
      rows(answer, 'rows').toSorted((one, other) => Number(one['started']) - Number(other['started'])),
    ).toMatchObject([
      { momentId: sleep, title: 'Sömnskola 😴', started: 3, ended: 1, ongoing: 2 },
      { momentId: worry, started: 7, ended: 7, ongoing: 0 },
    ]);
  });
});

describe('ORG-8 the months asked for', () => {
  it('are both included', async () => {
    expect(await unitMonths({ from: '2025-07', to: '2026-05' })).toEqual(['2025-07', '2025-08', '2026-05']);
    expect(await unitMonths({ from: '2026-06', to: '2026-06' })).toEqual(['2026-06']);
    expect(await unitMonths({ from: '2024-01', to: '2024-12' })).toEqual([]);
  });

  it('are the last twelve by Swedish time where nothing is said', async () => {
    // Half past midnight on the first of July in Sweden, still June in UTC.
    world.now = () => new Date(at);
    expect(await unitMonths()).toEqual(['2025-08', '2026-05', '2026-06', '2026-07']);
    expect(await unitMonths({ to: '2026-06' })).toEqual(['2025-07', '2025-08', '2026-05', '2026-06']);
    expect(await unitMonths({ from: '2026-06' })).toEqual(['2026-06', '2026-07']);
    world.now = () => new Date();
  });

  it('are the same for a provider’s', async () => {
    const answer = await succeed(
      world,
      viewProviderStatistics,
      ofProvider({ from: '2025-07', to: '2026-05' }),
    );
    const months = rows(answer, 'rows').map((row) => row['month']);
    expect(months).toEqual(['2025-07', '2025-08', '2026-05', '2026-05']);
  });

  it.each([
    [{ from: '2026-13' }, '/query/from'],
    [{ from: '2026-1' }, '/query/from'],
    [{ from: '2026-01-01' }, '/query/from'],
    [{ to: 'now' }, '/query/to'],
    [{ from: '2026-06', to: '2026-05' }, '/query/from'],
    [{ from: '2999-01' }, '/query/from'],
    [{ limit: '1001' }, '/query/limit'],
    [{ limit: '0' }, '/query/limit'],
    [{ cursor: 'abc' }, '/query/cursor'],
    [{ month: '2026-01' }, '/query/month'],
  ])('are refused as %j', async (query, pointer) => {
    for (const received of [
      await world.call(viewUnitStatistics, ofUnit(query as Record<string, string>)),
      await world.call(viewProviderStatistics, ofProvider(query as Record<string, string>)),
    ]) {
      expect(received.status).toBe(400);
      expect(received.body.errors).toMatchObject([{ pointer }]);
    }
  });
});

const allPages = async (page: (cursor: Record<string, string>) => Sent, useCase = viewUnitStatistics) => {
  const all: Record<string, unknown>[] = [];
  let cursor: Record<string, string> = {};
  do {
    const answer = await succeed(world, useCase, page(cursor));
    all.push(...rows(answer, 'rows'));
    const { next } = answer.body;
    cursor = typeof next === 'string' ? { cursor: next } : {};
  } while ('cursor' in cursor);
  return all;
};

describe('ORG-8 page by page', () => {
  const period = { from: '2025-06', to: '2026-08' };

  it('comes every row once, in the same order', async () => {
    const whole = rows(await succeed(world, viewUnitStatistics, ofUnit(period)), 'rows');
    expect(whole).toHaveLength(8);
    expect(await allPages((cursor) => ofUnit({ ...period, limit: '3', ...cursor }))).toEqual(whole);
    const all = rows(await succeed(world, viewProviderStatistics, ofProvider(period)), 'rows');
    const paged = await allPages(
      (cursor) => ofProvider({ ...period, limit: '1', ...cursor }),
      viewProviderStatistics,
    );
    expect(paged).toEqual(all);
  });

  it('goes on when the period has moved past the cursor', async () => {
    const { body } = await succeed(world, viewUnitStatistics, ofUnit({ ...period, limit: '2' }));
    const cursor = String(body['next']);
    expect(await unitMonths({ from: '2026-06', to: '2026-08', cursor })).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
    ]);
    const late = await succeed(world, viewUnitStatistics, ofUnit({ ...period, limit: '7' }));
    expect(await unitMonths({ from: '2025-06', to: '2025-06', cursor: String(late.body['next']) })).toEqual(
      [],
    );
  });

  it('takes no cursor of another unit or provider', async () => {
    const { body } = await succeed(world, viewUnitStatistics, ofUnit({ ...period, limit: '2' }));
    const cursor = String(body['next']);
    expect(await outcomeOf(world, viewUnitStatistics, ofUnit({ cursor }, units.care))).toBe(
      '400 validation-failed',
    );
    expect(await outcomeOf(world, viewProviderStatistics, ofProvider({ cursor }))).toBe(
      '400 validation-failed',
    );
  });
});
