import { type Mandate, roomEnds, type UnitMandate } from '../../../shared/domain/mandate.ts';
import { mostOpenMandates, type OpenMandates, withOpen } from '../../../shared/domain/open-mandates.ts';
import {
  amendUnread,
  type Change,
  replaceOrCreate,
  takeOut,
} from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';

type Kept = Stored<OpenMandates> | undefined;
type Opened = Pick<Mandate, 'mandateId' | 'resident' | 'proxy' | 'validTo'>;
type Room = Omit<OpenMandates, 'open'>;

interface Opening {
  readonly mandateId: string;
  readonly until: string;
}

const opening = (before: Kept, room: Room, opened: Opening, now: string) =>
  replaceOrCreate(
    entities.openMandates,
    before,
    withOpen(before?.value ?? { ...room, open: {} }, opened, now),
  );

/**
 * Of somebody who was named by the unit’s id, whose key is known too late to read what is open: what has lapsed counts until something
 * else is written there.
 */
const openingUnread = (room: Room, { mandateId, until }: Opening): Change =>
  amendUnread(entities.openMandates, entities.openMandates.key({ ...room, open: {} }), {
    inMaps: [{ map: 'open', entry: mandateId, act: 'set', value: until }],
    room: { attribute: 'open', than: mostOpenMandates[room.side], otherwise: 'mandate-limit-reached' },
  });

const roomOfUnit = ({ resident, registered }: Pick<UnitMandate, 'resident' | 'registered'>): Room => ({
  ...{ personKey: resident.key, side: 'registered', unit: registered.unit },
});

/** Counts with the unit as long as it may be confirmed. */
export const openAtUnit = (before: Kept, mandate: UnitMandate, now: string): Change => {
  const { mandateId, answerBy } = mandate;
  return opening(before, roomOfUnit(mandate), { mandateId, until: answerBy }, now);
};

/** The same of who was named by id (ID-9). */
export const openUnreadAtUnit = (mandate: UnitMandate): Change =>
  openingUnread(roomOfUnit(mandate), { mandateId: mandate.mandateId, until: mandate.answerBy });

/**
 * Counts with the giver as long as it lasts, and at least as long as it might have been answered, whether it was or not: what counts
 * tells them nothing of the proxy’s answer.
 */
export const openWithGiver = (
  before: Kept,
  { mandateId, resident, validTo }: Opened,
  now: string,
): Change => {
  const room: Room = { personKey: resident.key, side: 'giver' };
  return opening(before, room, { mandateId, until: roomEnds(now, validTo) }, now);
};

/** The same of who was named by id (ID-9). */
export const openUnreadWithGiver = ({ mandateId, resident, validTo }: Opened, now: string): Change =>
  openingUnread({ personKey: resident.key, side: 'giver' }, { mandateId, until: roomEnds(now, validTo) });

/** Counts with the proxy from when they have accepted it, and not before. */
export const openWithProxy = (before: Kept, { mandateId, proxy, validTo }: Opened, now: string): Change =>
  opening(before, { personKey: proxy.key, side: 'proxy' }, { mandateId, until: validTo }, now);

const closedIn = (room: Room, mandateId: string): Change =>
  takeOut(entities.openMandates, entities.openMandates.key({ ...room, open: {} }), { open: mandateId });

/** Counts no more with the unit. */
export const closedAtUnit = (mandate: UnitMandate): Change =>
  closedIn(roomOfUnit(mandate), mandate.mandateId);

/** Counts no more with whom it counted. */
export const closed = ({ mandateId, resident, proxy, state, registered }: Mandate): Change[] => {
  if (state === 'registered' && registered)
    return [closedIn(roomOfUnit({ resident, registered }), mandateId)];
  return [
    closedIn({ personKey: resident.key, side: 'giver' }, mandateId),
    ...(state === 'accepted' ? [closedIn({ personKey: proxy.key, side: 'proxy' }, mandateId)] : []),
  ];
};
