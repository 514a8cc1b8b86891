import { isEnded, type Mandate } from '../../../shared/domain/mandate.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { ended } from './mandate-writing.ts';
import { closed } from './open-mandates.ts';

/** Ends what was read, answered or not: it stops at the proxy’s next request (ID-7). `illegal-state` where it was ended before. */
export const endedMandate = (before: Stored<Mandate>, state: 'revoked' | 'resigned') => {
  if (isEnded(before.value)) throw new Problem('illegal-state');
  return {
    body: { mandateId: before.value.mandateId },
    changes: [...ended(before, { ...before.value, state }), ...closed(before.value)],
  };
};
