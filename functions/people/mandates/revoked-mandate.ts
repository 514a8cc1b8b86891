import type { Mandate } from '../../../shared/domain/mandate.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { type BothSides, closing } from './open-mandates.ts';

/** Revokes what was read, answered or not: it stops at the proxy’s next request (ID-7). `illegal-state` where it was revoked before. */
export const revokedMandate = (before: Stored<Mandate>, { giver, proxy }: BothSides) => {
  if (before.value.state === 'revoked') throw new Problem('illegal-state');
  const { mandateId } = before.value;
  return {
    body: { mandateId },
    changes: [
      replace(entities.mandate, before, { ...before.value, state: 'revoked' as const }),
      ...closing(giver, mandateId),
      ...closing(proxy, mandateId),
    ],
  };
};
