import type { StaffPrincipal } from '../../shared/auth/principal.ts';
import type { MomentEvent } from '../../shared/domain/moment/moment-event.ts';
import { type Change, create } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';

interface Doing {
  readonly caller: StaffPrincipal;
  readonly now: string;
  newId(): string;
}

/** One more line of the moment’s history. */
export const eventChange = (
  told: Omit<MomentEvent, 'eventId' | 'by' | 'at'>,
  { caller, now, newId }: Doing,
): Change => create(entities.momentEvent, { ...told, eventId: newId(), by: caller.hsaId, at: now });
