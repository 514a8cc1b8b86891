import type { Mandate } from '../../../shared/domain/mandate.ts';
import {
  type MandateSide,
  type OpenMandates,
  withOpen,
  withoutOpen,
} from '../../../shared/domain/open-mandates.ts';
import { type Change, replace, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

type Kept = Stored<OpenMandates> | undefined;
type Opened = Pick<Mandate, 'mandateId' | 'resident' | 'proxy' | 'answerBy' | 'validTo' | 'state'>;

const opening = (
  before: Kept,
  whose: Pick<OpenMandates, 'personKey' | 'side'>,
  added: OpenMandates['open'][number],
  now: string,
) =>
  replaceOrCreate(
    entities.openMandates,
    before,
    withOpen(before?.value ?? { ...whose, open: [] }, added, now),
  );

/** Counts with the giver as long as it lasts, answered or not, so that what counts tells them nothing of the proxy’s answer. */
export const openWithGiver = (before: Kept, { mandateId, resident, validTo }: Opened, now: string): Change =>
  opening(before, { personKey: resident.key, side: 'giver' }, { mandateId, until: validTo }, now);

/** Counts with the proxy until they should have answered; once accepted as long as it lasts. */
export const openWithProxy = (
  before: Kept,
  { mandateId, proxy, state, answerBy, validTo }: Opened,
  now: string,
): Change => {
  const until = state === 'accepted' ? validTo : answerBy;
  return opening(before, { personKey: proxy.key, side: 'proxy' }, { mandateId, until }, now);
};

/** Counts no more; nothing where it did not count. */
export const closing = (before: Kept, mandateId: string): Change[] =>
  before?.value.open.some((one) => one.mandateId === mandateId)
    ? [replace(entities.openMandates, before, withoutOpen(before.value, mandateId))]
    : [];

/** What counts on both sides of a mandate. */
export const bothSides = async ({ people }: Stores, residentKey: string, proxyKey: string) => {
  const sideOf = (personKey: string, side: MandateSide) => people.openMandates(personKey, side);
  const [giver, proxy] = await Promise.all([sideOf(residentKey, 'giver'), sideOf(proxyKey, 'proxy')]);
  return { giver, proxy };
};
export type BothSides = Awaited<ReturnType<typeof bothSides>>;
