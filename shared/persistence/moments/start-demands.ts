import { type CatalogueEntry, partyOffered } from '../../domain/moment/catalogue-entry.ts';
import { type Change, demandAbsent, demandUnread } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { momentEntities } from './entities.ts';

interface Begun {
  readonly momentVersion: string;
  /** What a recall of it is to whoever asks. */
  readonly otherwise: 'version-recalled' | 'moment-stopped';
}

/** It is not recalled at the very moment of writing (PUB-9). */
export const recallDemand = (momentId: string, { momentVersion, otherwise }: Begun): Change =>
  demandAbsent(momentEntities.recall, keys.recall(momentId, momentVersion), otherwise);

/**
 * What must hold of a version at the very moment something new begins of it at a provider: it is not recalled (PUB-9), and is still
 * offered (PUB-3) in the way it was when that was read: `illegal-state`, and who tries again is told.
 */
export const startDemands = (entry: CatalogueEntry, provider: string, begun: Begun): Change[] => [
  recallDemand(entry.momentId, begun),
  demandUnread(momentEntities.offer, keys.offer(entry.momentId, partyOffered(entry, provider)), {
    otherwise: 'illegal-state',
  }),
];
