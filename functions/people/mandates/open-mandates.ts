import { type Mandate, roomEnds } from '../../../shared/domain/mandate.ts';
import { type MandateSide, type OpenMandates, withOpen } from '../../../shared/domain/open-mandates.ts';
import { type Change, replaceOrCreate, takeOut } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';

type Kept = Stored<OpenMandates> | undefined;
type Opened = Pick<Mandate, 'mandateId' | 'resident' | 'proxy' | 'answerBy' | 'validTo' | 'state'>;

interface Opening {
  readonly personKey: string;
  readonly side: MandateSide;
  readonly mandateId: string;
  readonly until: string;
}

const opening = (before: Kept, { personKey, side, ...added }: Opening, now: string) =>
  replaceOrCreate(
    entities.openMandates,
    before,
    withOpen(before?.value ?? { personKey, side, open: {} }, added, now),
  );

/**
 * Counts with the giver as long as it lasts, and at least as long as it might have been answered, whether it was or not: what counts
 * tells them nothing of the proxy’s answer. One that no second administrator has confirmed counts only as long as it may be.
 */
export const openWithGiver = (
  before: Kept,
  { mandateId, resident, state, answerBy, validTo }: Opened,
  now: string,
): Change => {
  const until = state === 'registered' ? answerBy : roomEnds(now, validTo);
  return opening(before, { personKey: resident.key, side: 'giver', mandateId, until }, now);
};

/** Counts with the proxy from when they have accepted it, and not before. */
export const openWithProxy = (before: Kept, { mandateId, proxy, validTo }: Opened, now: string): Change =>
  opening(before, { personKey: proxy.key, side: 'proxy', mandateId, until: validTo }, now);

const closedWith = (personKey: string, side: MandateSide, mandateId: string): Change =>
  takeOut(entities.openMandates, keys.openMandates(personKey, side), { open: mandateId });

/** Counts no more with whom it counted. */
export const closed = ({ mandateId, resident, proxy, state }: Mandate): Change[] => [
  closedWith(resident.key, 'giver', mandateId),
  ...(state === 'accepted' ? [closedWith(proxy.key, 'proxy', mandateId)] : []),
];
