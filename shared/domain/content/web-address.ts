import * as z from 'zod';

const longestAddress = 2000;

/** Where a link in the content leads. */
export const webAddress = z.url({ protocol: /^https$/ }).max(longestAddress);
