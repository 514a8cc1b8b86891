import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { Recall } from '../../../shared/domain/moment/recall.ts';
import { majorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { type Change, create, replace } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';

interface Following {
  readonly basis: string | undefined;
  readonly momentVersion: string;
  readonly mends: boolean;
}

/** The recall that a version has with what it goes on from, where it is not said to mend it. */
const inheritedBy = (
  recalls: readonly Stored<Recall>[],
  { basis, mends }: Pick<Following, 'basis' | 'mends'>,
): Recall | undefined =>
  mends ? undefined : recalls.find(({ value }) => value.momentVersion === basis)?.value;

/** The versions recalled, as the catalogue’s entry has them, once this one is published. */
export const recalledAfter = (
  before: CatalogueEntry['recalled'],
  recalls: readonly Stored<Recall>[],
  following: Following,
): CatalogueEntry['recalled'] => {
  const inherited = inheritedBy(recalls, following);
  return inherited ? { ...before, [following.momentVersion]: inherited.recalledAt } : before;
};

/**
 * What goes on from a recalled version has its fault, unless it is said to mend it (PUB-9). A minor that does mends every version of its
 * major; what runs is never taken to another major.
 */
export const recallChanges = (recalls: readonly Stored<Recall>[], following: Following): Change[] => {
  const { basis, momentVersion, mends } = following;
  const inherited = inheritedBy(recalls, following);
  if (!mends) return inherited ? [create(entities.recall, { ...inherited, momentVersion })] : [];
  const mended = recalls.filter(
    ({ value }) => basis !== undefined && majorOf(value.momentVersion) === majorOf(basis),
  );
  if (mended.length === 0) throw new Problem('version-not-recalled');
  return mended
    .filter(({ value }) => majorOf(value.momentVersion) === majorOf(momentVersion))
    .map((one) => replace(entities.recall, one, { ...one.value, mendedBy: momentVersion }));
};
