import * as z from 'zod';
import { type Written, writtenAs } from '../../shared/domain/care/writers.ts';
import { found } from '../../shared/domain/found.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type ShownId, shownResident } from '../../shared/domain/registered-person.ts';
import type { PersonRegister } from '../../shared/registers/person-register.ts';

const shownWriter = z.discriminatedUnion('as', [
  z.object({ as: z.literal('self') }),
  z.object({ as: writtenAs.exclude(['self']), person: shownResident }),
]);
type ShownWriter = z.infer<typeof shownWriter>;

/** Who wrote, and who began it where that was somebody else, as staff and residents are shown it (ID-8). */
export const shownWriters = {
  writtenBy: shownWriter,
  begunBy: shownWriter.optional().meta({
    description:
      'Who began it, where somebody else went on: such as a guardian, before the child was thirteen',
  }),
};

/** Those who wrote and are not the resident, whom the reader knows already. */
export const othersWriting = (written: readonly Written[]): Person[] =>
  written
    .flatMap(({ writtenBy, begunBy }) => (begunBy ? [writtenBy, begunBy] : [writtenBy]))
    .flatMap(({ as, person }) => (as === 'self' ? [] : [person]));

/** Asks the register about all of them at once. */
export const showWriters = async (
  { shown }: PersonRegister,
  written: readonly Written[],
  idOf: ShownId,
): Promise<(one: Written) => { writtenBy: ShownWriter; begunBy: ShownWriter | undefined }> => {
  const others = othersWriting(written);
  const known = others.length > 0 ? await shown(others, idOf) : new Map();
  const show = ({ as, person }: Written['writtenBy']): ShownWriter =>
    as === 'self' ? { as } : { as, person: found(known.get(person.key)) };
  return ({ writtenBy, begunBy }) => ({ writtenBy: show(writtenBy), begunBy: begunBy && show(begunBy) });
};
