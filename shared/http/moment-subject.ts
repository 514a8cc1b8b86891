import type { Moment } from '../domain/moment/moment.ts';
import type { Stored } from '../persistence/engine/entity.ts';
import type { RequestSubject } from './use-case.ts';

/** A moment belongs to the publisher unit it was made on; it is about no patient. `ETag` is the moment’s own version. */
export const momentSubject = (
  { value, version }: Stored<Moment>,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({
  provider: value.provider,
  unit: value.unit,
  resource: { momentId: value.momentId, ...resource },
  version,
});
