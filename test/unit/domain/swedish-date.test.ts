import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthday, swedishDate } from '../../../shared/domain/swedish-date.ts';
import { runs } from '../../support/property-runs.ts';

describe('ID-6 the date in Sweden', () => {
  it.each([
    ['in winter the last second of the day', '2026-11-22T22:59:59.999Z', '2026-11-22'],
    ['in winter midnight', '2026-11-22T23:00:00.000Z', '2026-11-23'],
    ['in summer the last second of the day', '2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['in summer midnight', '2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['the midnight before clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the midnight after clocks have gone forward', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['the midnight before clocks go back', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['the midnight after clocks have gone back', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['new year', '2026-12-31T23:00:00Z', '2027-01-01'],
    ['a leap day', '2028-02-28T23:00:00Z', '2028-02-29'],
  ])('%s', (_, instant, date) => {
    expect(swedishDate(instant)).toBe(date);
  });

  it('is one or two hours ahead of UTC and never goes back', () => {
    const instant = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.nat(100_000_000), (at, later) => {
        const date = swedishDate(at.toISOString());
        const ahead = (hours: number) =>
          new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 10);
        expect([ahead(1), ahead(2)]).toContain(date);
        expect(swedishDate(new Date(at.getTime() + later).toISOString()) >= date).toBe(true);
      }),
    );
  });
});

describe('ID-6 a birthday', () => {
  it.each([
    ['2013-11-23', 13, '2026-11-23'],
    ['2013-01-01', 13, '2026-01-01'],
    ['2013-12-31', 13, '2026-12-31'],
    ['2011-02-28', 13, '2024-02-28'],
    ['2011-03-01', 13, '2024-03-01'],
  ])('of one born on %s turning %d is %s', (born, age, date) => {
    expect(birthday(born, age)).toBe(date);
  });

  it('of one born on a leap day is the earlier of the two days in a year without one', () => {
    expect(birthday('2012-02-29', 13)).toBe('2025-02-28');
    expect(birthday('2016-02-29', 13)).toBe('2029-02-28');
    expect(birthday('2008-02-29', 18)).toBe('2026-02-28');
  });

  it('of one born on a leap day is that day in a year with one', () => {
    expect(birthday('2012-02-29', 12)).toBe('2024-02-29');
    expect(birthday('2012-02-29', 16)).toBe('2028-02-29');
    expect(birthday('1988-02-29', 12)).toBe('2000-02-29');
    expect(birthday('2088-02-29', 12)).toBe('2100-02-28');
  });

  it('is a date of the calendar, so many years on, never after the day itself', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.nat(100), (born, age) => {
        const day = birthday(born, age);
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect(Number(day.slice(0, 4))).toBe(Number(born.slice(0, 4)) + age);
        expect(day.slice(5) <= born.slice(5)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
