import * as z from 'zod';

/** How far from zero a number in a form lies: four decimals of it are still exact, and so is the sum of a form's numbers. */
export const furthest = 1_000_000_000;

export const numberBound = z.number().min(-furthest).max(furthest);

export const fitsDecimals = (value: number, decimals: number): boolean =>
  Number(value.toFixed(decimals)) === value;
