import * as z from 'zod';
import type { Mandate } from '../../../shared/domain/mandate.ts';
import type { ShownResident } from '../../../shared/domain/registered-person.ts';

/** A proxy as they are shown to whoever named them. */
export const shownProxy = z.object({
  personnummer: z.string().meta({ description: 'As it was written when the mandate was given' }),
  name: z
    .string()
    .optional()
    .meta({ description: 'Only once they have accepted; never of those with protected identity' }),
});

/** No more than what was written, until the proxy has agreed to be known: that they are protected is not told either. */
export const showProxy = ({ proxy: { personnummer }, state }: Mandate, shown: ShownResident | undefined) =>
  state === 'accepted' && shown?.protected === false ? { personnummer, name: shown.name } : { personnummer };
