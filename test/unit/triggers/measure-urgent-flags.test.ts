import { describe, expect, it } from 'vitest';
import { createMeasureUrgentFlags } from '../../../functions/care/measure-urgent-flags.ts';

const measured = async (oldest: string | undefined): Promise<unknown[]> => {
  const said: unknown[] = [];
  await createMeasureUrgentFlags(() => ({
    log: { info: (event, fields) => said.push([event, fields]) },
    now: () => new Date('2026-11-29T12:00:30.000Z'),
    oldest: () => Promise.resolve(oldest),
  }))();
  return said;
};

describe('CARE-9 how long the oldest urgent flag has waited unseen', () => {
  it.each([
    ['whole minutes', '2026-11-29T11:00:00.000Z', 60],
    ['a day and more', '2026-11-28T11:59:00.000Z', 1441],
    ['nothing where none waits', undefined, 0],
    ['nothing where the clocks differ', '2026-11-29T12:01:00.000Z', 0],
  ])('is said in the log as %s', async (_, oldest, minutes) => {
    expect(await measured(oldest)).toEqual([['urgent-flags-measured', { minutes }]]);
  });
});
