import { Problem } from '../../../shared/domain/problem.ts';
import { catalogueSayings } from '../../../shared/domain/sayings/catalogue-sayings.ts';
import type { Change } from '../../../shared/persistence/engine/change.ts';
import { mostChanges } from '../../../shared/persistence/engine/transaction-limits.ts';

/**
 * Throws `payload-too-large` where it is more than one transaction can do: half of it is never written. Only the offers can be so many;
 * with none to write, the largest moment there can be fits.
 */
export const withinTransactionLimit = (changes: readonly Change[]): readonly Change[] => {
  if (changes.length <= mostChanges) return changes;
  throw new Problem('payload-too-large', [
    {
      pointer: '/body/offeredTo',
      ...catalogueSayings['too-many-offers'](changes.length - mostChanges),
    },
  ]);
};
