import fc from 'fast-check';

/** Luhn's check digit (mod 10) of YYMMDDBBB, written from the definition and not from any library. */
const checkDigit = (nine: string): string => {
  const sum = [...nine]
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return String((10 - (sum % 10)) % 10);
};

/** YYYYMMDD and three more digits, with the check digit they demand. */
export const completed = (eleven: string): string => eleven + checkDigit(eleven.slice(2));

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const serial = fc.integer({ min: 1, max: 999 }).map((number) => digits(number, 3));
const year = fc.integer({ min: 1880, max: 2026 }).map(String);

/** A number that could be a person's: a date of the calendar, a birth number and the right check digit. */
export const personnummer = fc
  .tuple(fc.date({ min: new Date('1880-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }), serial)
  .map(([date, number]) => completed(date.toISOString().slice(0, 10).replaceAll('-', '') + number));

/** As broad as Skatteverket's own data: months 00–12, days 60–91. */
export const samordningsnummer = fc
  .tuple(year, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 60, max: 91 }), serial)
  .map(([y, month, day, number]) => completed(y + digits(month, 2) + digits(day, 2) + number));

/** Month and day that stand in no calendar and in no range of samordningsnummer. */
export const impossibleDate = fc
  .tuple(year, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), serial)
  .filter(([y, month, day]) => {
    const text = `${y}-${digits(month, 2)}-${digits(day, 2)}`;
    const parsed = new Date(`${text}T00:00:00Z`);
    const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
    return !exists && !(month <= 12 && day >= 60 && day <= 91);
  })
  .map(([y, month, day, number]) => completed(y + digits(month, 2) + digits(day, 2) + number));

/** Eight digits and a last part in which at least one letter stands. */
export const reserveNumber = fc
  .tuple(fc.stringMatching(/^\d{8}$/), fc.stringMatching(/^[0-9A-Z]{4}$/))
  .filter(([, end]) => /[A-Z]/.test(end))
  .map(([start, end]) => start + end);

export const hyphenated = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`;
