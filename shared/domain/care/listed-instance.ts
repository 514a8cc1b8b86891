import type * as z from 'zod';
import type { Unit } from '../organisation.ts';
import { instance } from './instance.ts';

/** What the lists of staff show of a moment, and so what their indexes hold of it: never an answer, a message or a note. */
export const listedInstance = instance.pick({
  ...{ instanceId: true, momentId: true, momentVersion: true, title: true, unit: true, resident: true },
  ...{ test: true, practitioner: true, state: true, startedAt: true, lastResidentActivityAt: true },
  ...{
    unreadFromResident: true,
    openFlags: true,
    urgentFlags: true,
    priority: true,
    since: true,
    categories: true,
  },
});
export type ListedInstance = z.infer<typeof listedInstance>;

/** Training units have test residents alone, and no other unit lists one (ID-12). */
export const belongsAmong = ({ kind }: Pick<Unit, 'kind'>, { test }: Pick<ListedInstance, 'test'>): boolean =>
  test === (kind === 'training-publisher');
