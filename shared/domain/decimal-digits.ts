import * as z from 'zod';

const digits = /^(?:0|[1-9]\d{0,8})$/;

/** A whole number as it stands in an address: by itself JavaScript takes `0x10`, `1e1`, spaces and nothing at all for numbers too. */
export const decimalDigits = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.preprocess(
    (text) => (typeof text === 'string' && digits.test(text) ? Number(text) : text),
    z.int().min(min).max(max),
  );
