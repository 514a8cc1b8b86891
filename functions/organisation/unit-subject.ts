import type { Unit } from '../../shared/domain/organisation.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';

/** A unit lies at its provider and on itself: the ground for every permission on it. */
export const unitSubject = ({ value: { hsaId, provider }, version }: Stored<Unit>): RequestSubject => ({
  provider,
  unit: hsaId,
  resource: {},
  version,
});
