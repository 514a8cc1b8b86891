import type { StaffPrincipal } from '../../shared/auth/principal.ts';
import type { Practising, RoleAssignment, RoleChange } from '../../shared/domain/organisation.ts';
import type { Role } from '../../shared/domain/role.ts';
import {
  type Change,
  count,
  create,
  remove,
  replaceOrCreate,
} from '../../shared/persistence/engine/change.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Place } from './role-place.ts';

interface Held {
  readonly staff: string;
  readonly role: Role;
}

/** Who changes it, and when. */
interface Act {
  readonly caller: StaffPrincipal;
  readonly now: string;
  newId(): string;
}

const remembered = (
  { provider, unit = provider }: { readonly provider: string; readonly unit?: string | undefined },
  { staff, role }: Held,
  act: RoleChange['act'],
  { caller, now, newId }: Act,
): Change =>
  create(entities.roleChange, {
    place: unit,
    changeId: newId(),
    staff,
    role,
    act,
    by: caller.hsaId,
    at: now,
  });

/** `already-exists` where it is held. */
export const giving = (place: Place, held: Held, act: Act): Change[] => [
  create(entities.roleAssignment, { ...place, ...held, givenBy: act.caller.hsaId, givenAt: act.now }),
  remembered(place, held, 'given', act),
];

/** `not-found` where it was withdrawn in the meantime. */
export const withdrawing = (held: Stored<RoleAssignment>, act: Act): Change[] => [
  remove(entities.roleAssignment, held),
  remembered(held.value, held.value, 'withdrawn', act),
];

interface OnUnit {
  readonly staff: string;
  readonly unit: string;
}

/** Moments can be started with whoever has the role of practitioner; what runs with them from before is counted on. */
export const practisingFrom = (held: OnUnit): Change => ({
  ...count(entities.practising, { ...held, state: 'held', running: 0 }, { running: 0 }),
  cleared: ['owner', 'listed'],
});

/** No moment can be; `version-mismatch` where one was in the meantime, for it would be left out of what is told. */
export const practisingNoMore = (held: OnUnit, before: Stored<Practising> | undefined): Change =>
  replaceOrCreate(entities.practising, before, {
    ...held,
    state: 'withdrawn',
    running: before?.value.running ?? 0,
  });
