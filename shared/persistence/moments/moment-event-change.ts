import type { StaffPrincipal } from '../../auth/principal.ts';
import type { MomentEvent } from '../../domain/moment/moment-event.ts';
import { type Change, create } from '../engine/change.ts';
import { momentEntities } from './entities.ts';

interface Doing {
  readonly caller: StaffPrincipal;
  readonly now: string;
  newId(): string;
}

/** One more line of the moment’s history. */
export const momentEventChange = (
  told: Omit<MomentEvent, 'eventId' | 'by' | 'at'>,
  { caller, now, newId }: Doing,
): Change => create(momentEntities.momentEvent, { ...told, eventId: newId(), by: caller.hsaId, at: now });
