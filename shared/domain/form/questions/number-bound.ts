import * as z from 'zod';

/** How far from zero a number in a form lies: four decimals of it are still exact, and so is the sum of a form's numbers. */
export const furthest = 1_000_000_000;

export const numberBound = z.number().min(-furthest).max(furthest);

/** How many decimals an answer has at most, whatever the question says. */
export const mostDecimals = 4;

/** Takes any count of decimals: a form is told all its faults at once, so a wrong count may be among them already. */
export const fitsDecimals = (value: number, decimals: number): boolean =>
  Number(value.toFixed(Math.min(Math.max(decimals, 0), mostDecimals))) === value;
