import { Problem } from '../../shared/domain/problem.ts';
import type { Change } from '../../shared/persistence/change.ts';

/** A DynamoDB transaction takes a hundred items; the activity and the idempotency row are two of them. */
const mostChanges = 98;

/** Throws `payload-too-large` where it is more than one transaction can do: half a publication is none. */
export const assertFits = (changes: readonly Change[]): readonly Change[] => {
  if (changes.length <= mostChanges) return changes;
  throw new Problem('payload-too-large', [
    {
      pointer: '/body/offeredTo',
      detail: 'Too many providers at once: offer it to fewer, and to the rest with setOffer afterwards',
    },
  ]);
};
