import type { Moment } from '../../shared/domain/moment/moment.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';
import type { Stored } from '../../shared/persistence/entity.ts';

/** A moment belongs to the publisher unit it was made on; it is about no patient. */
export const momentSubject = ({ value, version }: Stored<Moment>): RequestSubject => ({
  provider: value.provider,
  unit: value.unit,
  resource: { momentId: value.momentId },
  version,
});
