import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listClearedFlags } from '../../../../functions/care/flags/list-cleared-flags.ts';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { withdrawApproval } from '../../../../functions/people/withdraw-approval.ts';
import { found } from '../../../../shared/domain/found.ts';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import { entities } from '../../../../shared/persistence/entities.ts';
import { oldestUnseen } from '../../../../shared/persistence/instances/unseen-repository.ts';
import { hsaIdOf, login, residents, units } from '../../../support/people.ts';
import { succeed } from '../../../support/story.ts';
import { rows } from '../../../support/world.ts';
import { FlagDesk } from './flag-desk.ts';

let desk: FlagDesk;

beforeAll(async () => {
  desk = await FlagDesk.open();
});

beforeEach(() => desk.start());

const today = swedishDate(new Date().toISOString());
const flagged = async (flagId: string) => found((await desk.flags()).find((flag) => flag.flagId === flagId));
const cleared = async () =>
  rows(await succeed(desk.world, listClearedFlags, { params: desk.params, token: desk.staff }), 'flags');

describe('CARE-9 a submission that is flagged', () => {
  it('raises its flags as it is stored, urgent ones first, and stands first in the lists', async () => {
    await desk.submit(9);
    expect(await desk.flags()).toMatchObject([
      { flagId: 'high', level: 'urgent', label: 'Mycket svårt', formId: 'rating', times: 1 },
      { flagId: 'sent', level: 'notice', times: 1 },
    ]);
    expect(await desk.head()).toMatchObject({ openFlags: 2, urgentFlags: 1, priority: '0' });
  });

  it('tells the resident where help is when it is urgent, in their language, and only then', async () => {
    expect((await desk.submit(7)).body['help']).toBeUndefined();
    const { body } = await desk.submit(8);
    expect(body['help']).toMatchObject({ links: ['tel:112', 'tel:1177'] });
    expect(JSON.stringify(body['help'])).toMatch(/ring 112.*ring 1177/);
    expect(JSON.stringify(body)).not.toMatch(/high|Mycket svårt|urgent/);
  });

  it('is compared with the occasion before: the submission before, or the page before', async () => {
    await desk.submit(1);
    await desk.submit(4);
    expect((await desk.flags()).map(({ flagId }) => flagId)).toContain('worse');
    const [first, second] = [daysAfter(today, -2), daysAfter(today, -1)];
    await desk.submit(0, found(first));
    await desk.submit(2, found(second));
    await desk.submit(5, today);
    const worse = (await desk.flags()).filter(
      ({ flagId, formId }) => flagId === 'worse' && formId === 'daily',
    );
    expect(worse.map(({ page }) => page)).toEqual([today]);
    // Submitted once more it is still compared with the day before, and not with itself.
    await desk.submit(6, today);
    expect(found((await desk.flags()).find(({ flagId, page }) => flagId === 'worse' && page))).toMatchObject({
      times: 2,
    });
  });

  it('never raises a flag twice: another submission counts it up, and each page has its own', async () => {
    await desk.submit(9);
    const before = await flagged('high');
    await desk.submit(10);
    const after = await flagged('high');
    expect(after).toMatchObject({ times: 2, raisedAt: before.raisedAt });
    expect(after.resultId).not.toBe(before.resultId);
    for (const page of [daysAfter(today, -1), today]) await desk.submit(9, page);
    expect((await desk.flags()).filter(({ flagId }) => flagId === 'high')).toHaveLength(3);
    expect(await desk.head()).toMatchObject({ urgentFlags: 3 });
  });
});

describe('CARE-9 an urgent flag that somebody has seen', () => {
  it('says who and when, stands first no more, and is unseen again when it is raised again', async () => {
    await desk.submit(9);
    const { status } = await desk.acknowledge(await flagged('high'));
    expect(status).toBe(201);
    expect(await flagged('high')).toMatchObject({ acknowledged: { by: hsaIdOf('practitioner') } });
    const seen = await desk.head();
    expect(seen).toMatchObject({ openFlags: 2, urgentFlags: 0, priority: '2' });
    expect(seen.oldestUrgentAt).toBeUndefined();
    await desk.submit(10);
    expect((await flagged('high')).acknowledged).toBeUndefined();
    expect(await desk.head()).toMatchObject({ openFlags: 2, urgentFlags: 1, priority: '0' });
  });

  it('is not seen twice, nor by who has not seen the latest submission', async () => {
    await desk.submit(9);
    const old = await flagged('high');
    await desk.submit(10);
    expect((await desk.acknowledge(old)).body.code).toBe('flag-raised-again');
    expect((await desk.clear(old)).body.code).toBe('flag-raised-again');
    const now = await flagged('high');
    await desk.acknowledge(now);
    expect((await desk.acknowledge(now)).body.code).toBe('illegal-state');
    expect((await desk.acknowledge({ ...now, flagId: 'gone' })).body.code).toBe('not-found');
  });

  it('waits from when it was first unseen, however often it is raised again meanwhile', async () => {
    await desk.submit(9);
    const { raisedAt } = await flagged('high');
    await desk.submit(10);
    expect(await flagged('high')).toMatchObject({ unseenSince: raisedAt });
    await desk.clear(await flagged('sent'));
    expect(await desk.head()).toMatchObject({ oldestUrgentAt: raisedAt, urgentFlags: 1 });
    await desk.acknowledge(await flagged('high'));
    await desk.submit(10);
    expect((await flagged('high')).unseenSince).not.toBe(raisedAt);
  });

  it('stays the oldest where more is open than is looked through', async () => {
    await desk.submit(9);
    const [high] = await desk.flags();
    const { world, instanceId } = desk;
    for (let at = 0; at < 100; at += 1)
      await world.have(entities.flag, {
        ...{ instanceId, formId: `z-${at}`, flagId: 'sent', level: 'urgent', label: 'Inskickat' },
        ...{ raisedAt: '2026-01-01T00:00:00.000Z', latestAt: '2026-01-01T00:00:00.000Z' },
        ...{ resultId: found(high).resultId, times: 1, unseenSince: '2099-01-01T00:00:00.000Z' },
      });
    await desk.clear({ flagId: 'sent', resultId: found(high).resultId });
    expect(await desk.head()).toMatchObject({ oldestUrgentAt: high?.raisedAt, urgentFlags: 1 });
  });

  it('leaves the oldest of the others first', async () => {
    await desk.submit(9, daysAfter(today, -1));
    await desk.submit(9);
    const own = await flagged('high');
    expect(own.formId).toBe('daily');
    const rating = found(
      (await desk.flags()).find(({ flagId, formId }) => flagId === 'high' && formId === 'rating'),
    );
    await desk.acknowledge(rating);
    expect(await desk.head()).toMatchObject({ urgentFlags: 1, oldestUrgentAt: own.latestAt, priority: '0' });
  });
});

describe('CARE-9 the oldest urgent flag of the platform', () => {
  it('is found while nobody has seen it, at whatever moment, and not once it is seen or closed', async () => {
    const other = await FlagDesk.open();
    await other.start();
    const none = () => oldestUnseen(other.world.runtime.database);
    expect(await none()).toBeUndefined();
    await other.submit(9);
    const [high] = await other.flags();
    expect(await none()).toBe(high?.raisedAt);
    await other.start();
    await other.submit(9);
    expect(await none()).toBe(high?.raisedAt);
    for (const flag of await other.flags()) await other.clear(flag);
    expect(await none()).toBe(high?.raisedAt);
  });

  it('is gone with the last one that was unseen', async () => {
    await desk.submit(9);
    await desk.acknowledge(await flagged('high'));
    const head = await desk.world.runtime.stores.instances.instance(desk.instanceId);
    expect(head?.value.unseen).toBeUndefined();
    await desk.submit(10);
    const again = await desk.world.runtime.stores.instances.instance(desk.instanceId);
    expect(again?.value.unseen).toBe('URGENT');
  });
});

describe('CARE-9 a flag that is cleared', () => {
  it('is gone from the open ones and kept with its note; the next submission raises it anew', async () => {
    await desk.submit(9);
    const flag = await flagged('high');
    const { body } = await desk.clear(flag);
    expect((await desk.flags()).map(({ flagId }) => flagId)).toEqual(['sent']);
    expect(await cleared()).toMatchObject([
      {
        ...{ clearingId: body['clearingId'], flagId: 'high', times: 1, resultId: flag.resultId },
        cleared: { by: hsaIdOf('practitioner'), note: 'Ringt' },
      },
    ]);
    expect(await desk.head()).toMatchObject({ openFlags: 1, urgentFlags: 0, priority: '2' });
    await desk.submit(9);
    expect(await flagged('high')).toMatchObject({ times: 1 });
    expect(await cleared()).toHaveLength(1);
  });

  it('is opened again as it was, seen, and once', async () => {
    await desk.submit(9);
    const clearingId = String((await desk.clear(await flagged('high'))).body['clearingId']);
    expect((await desk.reopen(clearingId)).status).toBe(201);
    expect(await flagged('high')).toMatchObject({ times: 1, acknowledged: { by: hsaIdOf('practitioner') } });
    expect(await cleared()).toMatchObject([{ reopened: { by: hsaIdOf('practitioner') } }]);
    expect(await desk.head()).toMatchObject({ openFlags: 2, urgentFlags: 0, priority: '2' });
    expect((await desk.reopen(clearingId)).body.code).toBe('illegal-state');
  });

  it('is not opened beside the same that was raised since', async () => {
    await desk.submit(9);
    const clearingId = String((await desk.clear(await flagged('high'))).body['clearingId']);
    await desk.submit(9);
    expect((await desk.reopen(clearingId)).body.code).toBe('already-exists');
    expect(await desk.head()).toMatchObject({ openFlags: 2, urgentFlags: 1 });
  });
});

describe('CARE-9 CARE-2 a moment with an urgent flag', () => {
  const end = (hooks?: Parameters<typeof desk.world.call>[2]) =>
    desk.world.call(
      endInstance,
      { params: desk.params, body: { reason: 'completed' }, token: desk.staff },
      hooks,
    );

  it('is not ended before somebody has seen it, also where it is raised in that very moment', async () => {
    const racing = await end({
      before: ({ command }) =>
        command === 'TransactWriteItemsCommand' ? desk.submit(9).then(() => undefined) : undefined,
    });
    expect([racing.status, racing.body.code]).toEqual([409, 'urgent-flag-unseen']);
    expect((await end()).body.code).toBe('urgent-flag-unseen');
    await desk.acknowledge(await flagged('high'));
    expect((await end()).status).toBe(201);
  });

  it('is not put away by who withdraws the approval either', async () => {
    await desk.submit(9);
    const withdrawn = await desk.world.call(withdrawApproval, {
      params: { unitId: units.care },
      body: { personnummer: residents.approved, running: { becomes: 'closed' } },
      token: await login('residentAdmin'),
    });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([409, 'urgent-flag-unseen']);
    expect(await desk.head()).toMatchObject({ urgentFlags: 1, priority: '0' });
  });

  it('keeps its flags as they are once it has ended', async () => {
    await desk.submit(1);
    const flag = await flagged('sent');
    await end();
    expect((await desk.clear(flag)).body.code).toBe('illegal-state');
    expect((await desk.flags()).map(({ flagId }) => flagId)).toEqual(['sent']);
  });
});

describe('CARE-9 CARE-7 a submission raced by staff', () => {
  it('raises the flag on what they left', async () => {
    await desk.submit(9);
    const flag = await flagged('high');
    let acted = false;
    const racing = await desk.submit(10, undefined, {
      before: async ({ command }) => {
        if (acted || command !== 'TransactWriteItemsCommand') return;
        acted = true;
        await desk.clear(flag);
      },
    });
    expect(racing.status).toBe(201);
    expect(await flagged('high')).toMatchObject({ times: 1 });
    expect(await cleared()).toHaveLength(1);
    expect(await desk.head()).toMatchObject({ openFlags: 2, urgentFlags: 1, priority: '0' });
  });

  it('is refused, and not merged, where the answers themselves have changed (RFC 9110 If-Match)', async () => {
    await desk.submit(9);
    let acted = false;
    const racing = await desk.submit(3, undefined, {
      before: async ({ command }) => {
        if (acted || command !== 'TransactWriteItemsCommand') return;
        acted = true;
        await desk.submit(10);
      },
    });
    expect([racing.status, racing.body.code]).toEqual([412, 'version-mismatch']);
    expect(await flagged('high')).toMatchObject({ times: 2 });
  });
});
