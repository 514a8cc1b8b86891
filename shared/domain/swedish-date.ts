const calendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date it is in Sweden at an ISO instant, as `YYYY-MM-DD`: the day begins at Swedish midnight, winter and summer. */
export const swedishDate = (instant: string): string => calendar.format(new Date(instant));

const isLeapYear = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/**
 * The date on which someone born on `birthDate` (`YYYY-MM-DD`) turns `age`. Who was born on 29 February turns it on the 28th
 * in other years than leap years: of the two days the earlier, for where age ends somebody’s access it must never end late.
 */
export const birthday = (birthDate: string, age: number): string => {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const then = year + age;
  const last = month === 2 && day === 29 && !isLeapYear(then) ? 28 : day;
  return [String(then).padStart(4, '0'), ...[month, last].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
};

/** The date so many days after a date, both `YYYY-MM-DD`. */
export const daysAfter = (date: string, days: number): string => {
  const then = new Date(`${date}T00:00:00.000Z`);
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 10);
};
