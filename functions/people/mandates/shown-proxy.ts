import * as z from 'zod';
import { knowsNumber, type Mandate } from '../../../shared/domain/mandate.ts';
import type { ShownId, ShownResident } from '../../../shared/domain/registered-person.ts';

/** A proxy as they are shown to whom a mandate is from. */
export const proxyOfMine = z.object({
  personnummer: z
    .string()
    .optional()
    .meta({ description: 'As I wrote it; as a unit wrote it, only once the proxy has accepted' }),
  name: z
    .string()
    .optional()
    .meta({ description: 'Only once they have accepted; never of those with protected identity' }),
});

/** A proxy as they are shown to the unit that registered the mandate. */
export const proxyAtUnit = z.object({
  id: z.string().meta({ description: 'The same for all staff of the care provider' }),
  personnummer: z.string().optional().meta({
    description: 'As it was written; once they have accepted, never of those with protected identity',
  }),
  name: z.string().optional().meta({ description: 'As long as they have accepted' }),
});

const nameOf = ({ state }: Mandate, shown: ShownResident | undefined) =>
  state === 'accepted' && shown?.protected === false ? { name: shown.name } : {};

/** No more than what was written, until the proxy has agreed to be known: that they are protected is not told either. */
export const showMine = (mandate: Mandate, shown: ShownResident | undefined) => ({
  ...(knowsNumber(mandate) ? { personnummer: mandate.proxy.personnummer } : {}),
  ...nameOf(mandate, shown),
});

/** What a colleague wrote, and once the proxy has agreed to be known what the unit would be shown of anybody. */
export const showAtUnit = (mandate: Mandate, shown: ShownResident | undefined, shownId: ShownId) => {
  const { proxy, acceptedAt } = mandate;
  const hides = acceptedAt !== undefined && shown?.protected !== false;
  return {
    id: shownId(proxy),
    ...(hides ? {} : { personnummer: proxy.personnummer }),
    ...nameOf(mandate, shown),
  };
};
