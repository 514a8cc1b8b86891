const firstBirthday = Date.UTC(2050, 0, 1);
const birthdays = 17_000;

/** Luhn over the ten last digits (SKV 704). */
const checkDigit = (nine: string): number => {
  const sum = [...nine].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** A valid personnummer that nobody has: its day of birth has not come yet. */
export const personnummerAt = (at: number): string => {
  const day = new Date(firstBirthday + (at % birthdays) * 86_400_000).toISOString();
  const date = day.slice(0, 10).replaceAll('-', '');
  const serial = String(100 + Math.floor(at / birthdays));
  return `${date}${serial}${checkDigit(date.slice(2) + serial)}`;
};
