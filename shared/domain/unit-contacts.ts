import * as z from 'zod';
import { linkAddress } from './content/link-address.ts';
import { organisationSayings } from './sayings/organisation-sayings.ts';
import { told } from './sayings/said.ts';

/** How a unit is reached, for residents and staff (CARE-12): by telephone, and by its own video service where it has one. */
export const unitContacts = z.object({
  telephone: linkAddress
    .refine((address) => address.startsWith('tel:'), told(organisationSayings['not-a-telephone']))
    .nullable()
    .meta({ description: 'Such as `tel:+46812345678`; null takes it away' }),
  video: linkAddress
    .refine((address) => address.startsWith('https:'), told(organisationSayings['not-a-page']))
    .nullable()
    .meta({ description: 'Where the unit’s own video service is met, `https:`; null where it has none' }),
});
