import { beforeAll, describe, expect, it } from 'vitest';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { hsaIdOf, login, loginElsewhere, provider, units } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import type { Sent, World } from '../../support/world.ts';
import { countedWorld, sleep, worry } from './counted-world.ts';
import { outcomeOf } from './outcome.ts';

/** As a spreadsheet asks. */
const csvOf = (reader: World, useCase: UseCase, sent: Sent) =>
  reader.call(useCase, { ...sent, headers: { Accept: 'text/csv' } });

let world: World;
let admin: string;
let careProviderAdmin: string;

beforeAll(async () => {
  ({ world } = await countedWorld());
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

describe('ORG-8 as CSV', () => {
  const may = { from: '2026-05', to: '2026-05' };

  it('has the same rows under a header, with what Excel and RFC 4180 need', async () => {
    const { status, headers, text: body } = await csvOf(world, viewUnitStatistics, ofUnit(may));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = body.split('\r\n');
    expect(head).toBe('\ufeffunit,month,momentId,title,started,ended,ongoing');
    expect(lines.toSorted()).toEqual(
      [
        '',
        `${units.otherCare},2026-05,${sleep},Sömnskola 😴,3,1,2`,
        `${units.otherCare},2026-05,${worry},"'=HYPERLINK(""http://evil.test"";""å"")",7,7,0`,
      ].toSorted(),
    );
  });

  it('never begins a cell as a formula', async () => {
    for (const { text: body } of [
      await csvOf(world, viewUnitStatistics, ofUnit(may)),
      await csvOf(world, viewProviderStatistics, ofProvider(may)),
    ]) {
      expect(body).toContain(worry);
      expect(body).not.toMatch(/(^|,|\n)"?[=+\-@\t]/);
    }
  });

  it('has its header row even where nothing was counted', async () => {
    const { text: body } = await csvOf(world, viewUnitStatistics, ofUnit({ from: '2024-01', to: '2024-01' }));
    expect(body).toBe('\ufeffunit,month,momentId,title,started,ended,ongoing\r\n');
  });

  it('says in Link that there is more', async () => {
    const { headers } = await csvOf(world, viewUnitStatistics, ofUnit({ ...may, limit: '1' }));
    const next = new URLSearchParams(/^<\?(.+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1]);
    expect(Object.fromEntries(next)).toMatchObject({ ...may, limit: '1', cursor: expect.any(String) });
    const following = await csvOf(world, viewUnitStatistics, ofUnit(Object.fromEntries(next)));
    expect(following.status).toBe(200);
    expect((await csvOf(world, viewUnitStatistics, ofUnit(may))).headers).not.toHaveProperty('link');
  });

  it('is refused as everything is, in JSON', async () => {
    const { status, headers, body } = await csvOf(world, viewUnitStatistics, ofUnit({}, 'TST5590000000-404'));
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'not-found' });
  });
});

describe('ORG-8 who may see them', () => {
  it.each(['authorizationAdmin', 'residentAdmin', 'dataAdmin'] as const)(
    'the unit’s %s, under a commission',
    async (name) => {
      expect(await outcomeOf(world, viewUnitStatistics, ofUnit({}, units.care, await login(name)))).toBe(
        '200',
      );
      const without = await login(name, { commissionHsaId: null });
      expect(await outcomeOf(world, viewUnitStatistics, ofUnit({}, units.care, without))).toBe(
        '403 commission-missing',
      );
      const expired = await login(name, { commissionHsaId: `${hsaIdOf(name)}C2` });
      expect(await outcomeOf(world, viewUnitStatistics, ofUnit({}, units.care, expired))).toBe(
        '403 commission-expired',
      );
    },
  );

  it('the provider’s administrator, of all its units and the provider', async () => {
    for (const unitId of [units.care, units.otherCare])
      expect(await outcomeOf(world, viewUnitStatistics, ofUnit({}, unitId))).toBe('200');
    expect(await outcomeOf(world, viewProviderStatistics, ofProvider())).toBe('200');
  });

  it('nobody else, who is told that there is no such thing, as of what does not exist (ORG-1)', async () => {
    const unit = async (token: string, unitId = units.care) =>
      outcomeOf(world, viewUnitStatistics, ofUnit({}, unitId, token));
    const whole = (token: string, providerId = provider) =>
      outcomeOf(world, viewProviderStatistics, ofProvider({}, providerId, token));
    for (const token of [
      await loginElsewhere('careProviderAdmin'),
      await loginElsewhere('residentAdmin'),
      await login('practitioner'),
      await login('auditor'),
      await login('roleless'),
      await login('nationalAdmin'),
    ]) {
      expect(await unit(token)).toBe('404 not-found');
      expect(await whole(token)).toBe('404 not-found');
    }
    expect(await whole(admin)).toBe('404 not-found');
    expect(await unit(admin, units.otherCare)).toBe('404 not-found');
    expect(await unit(admin, 'TST5590000000-404')).toBe('404 not-found');
    expect(await whole(careProviderAdmin, 'TST5590000000-404')).toBe('404 not-found');
  });

  it('and it is logged', async () => {
    await succeed(world, viewUnitStatistics, ofUnit({}, units.care, admin));
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'statistics-viewed', unit: units.care, provider },
      actor: { role: 'authorization-admin' },
    });
  });
});
