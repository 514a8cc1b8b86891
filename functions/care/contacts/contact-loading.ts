import type { Instance } from '../../../shared/domain/care/instance.ts';
import { partOf } from '../../../shared/domain/care/participation.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** More take part in no moment: they are practitioners of one unit. */
const mostParticipants = 100;

interface Asked {
  readonly params: { readonly instanceId: string };
  readonly now: string;
}

interface Involved {
  readonly instance: Instance;
  readonly standIns: readonly { readonly staff: string; readonly until?: string | undefined }[];
}

/** A moment and those who stand in for its practitioner now. */
export const loadInvolved = async (
  { instances }: Stores,
  { params: { instanceId }, now }: Asked,
): Promise<Involved> => {
  const [stored, { items }] = await Promise.all([
    instances.instance(instanceId),
    instances.participants(instanceId, { limit: mostParticipants, cursor: undefined }),
  ]);
  const instance = found(stored).value;
  const standIns = items
    .map(({ value }) => value)
    .filter((one) => partOf(instance, one.staff, one, now) === 'stand-in')
    .map(({ staff, until }) => ({ staff, until }));
  return { instance, standIns };
};

/** How their unit is reached, and what they are called. */
export const fetchContacts = async (
  { organisation, staffDirectory }: Stores,
  { instance, standIns }: Involved,
) => {
  const [unit, names] = await Promise.all([
    organisation.unit(instance.unit),
    staffDirectory.named([instance.practitioner, ...standIns.map(({ staff }) => staff)]),
  ]);
  const { hsaId: unitId, name, contacts } = found(unit).value;
  return { unit: { unitId, name, ...contacts }, names };
};
