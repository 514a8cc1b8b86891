import {
  type Activation,
  activatedVersion,
  waitingVersion,
} from '../../../shared/domain/moment/activation.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { CatalogueRow } from '../shapes.ts';

/** What is active here of a moment that is not offered here any more: nothing of what has been published since (ORG-1). */
export const withdrawnRow = (
  { momentId, publisherUnit, publisherProvider }: CatalogueEntry,
  activations: readonly Activation[],
): CatalogueRow | undefined => {
  const newest = activations.toSorted((one, other) => other.major - one.major || other.minor - one.minor);
  const [first] = newest;
  if (!first) return undefined;
  const { title, kind, open } = first;
  const latest = [...Map.groupBy(newest, ({ major }) => major).values()].flatMap((all) => all.slice(0, 1));
  return {
    ...{ momentId, title, kind, open, publisherUnit, publisherProvider },
    state: 'withdrawn',
    latest: activatedVersion(first),
    versions: latest.map(activatedVersion),
  };
};

export const activationRowOf = ({ value, version }: Stored<Activation>, entry: CatalogueEntry) => ({
  ...{ unitId: value.unit, major: value.major, minor: value.minor, state: value.state },
  etag: etagOf(version),
  waits: waitingVersion(value, entry),
});
