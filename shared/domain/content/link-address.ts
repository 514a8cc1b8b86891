import * as z from 'zod';
import { said } from '../wording.ts';

const longestAddress = 2000;

/** Where a link in the content leads. */
export const webAddress = z
  .url({ protocol: /^https$/ })
  .max(longestAddress)
  .refine(
    (address) => !/[\s\p{C}]/u.test(address),
    said('address-with-hidden-characters', {
      sv: 'Adressen innehåller mellanslag eller osynliga tecken: ta bort dem',
      en: 'The address has spaces or characters that are not seen: take them out',
    }),
  );
