import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';

export const instancesPerResident = 2;

const firstBirthday = Date.UTC(2050, 0, 1);
const birthdays = 17_000;
/** Södermanland: of no consequence, but the register always knows one. */
const county = '04';

/** Luhn over the ten last digits (SKV 704). */
const checkDigit = (nine: string): number => {
  const sum = [...nine].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

const birthDateAt = (at: number): string =>
  new Date(firstBirthday + (at % birthdays) * 86_400_000).toISOString().slice(0, 10);

/** A valid personnummer that nobody has: its day of birth has not come yet. */
export const personnummerAt = (at: number): string => {
  const date = birthDateAt(at).replaceAll('-', '');
  const serial = String(100 + Math.floor(at / birthdays));
  return `${date}${serial}${checkDigit(date.slice(2) + serial)}`;
};

/** Every resident of a population of that size, as the person register has them. */
export function* registeredIn(size: number): Generator<RegisteredPerson> {
  for (let at = 0; at * instancesPerResident < size; at += 1) {
    const personnummer = personnummerAt(at);
    yield {
      ...{ personnummer, name: `Invånare ${at + 1}`, birthDate: birthDateAt(at), county },
      ...{
        registeredInSweden: true,
        deceased: false,
        protected: false,
        test: false,
        custody: [],
        children: [],
        earlierNumbers: [],
      },
    };
  }
}
