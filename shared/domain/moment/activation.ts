import * as z from 'zod';
import { outline } from '../content/outline.ts';
import { formKind } from '../form/form-kind.ts';
import { Problem } from '../problem.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { moduleSummary } from './published-version.ts';
import { isLater, majorOf, minorOf } from './version.ts';

/**
 * A major version made available on a unit, at one of its minors, which every instance of it there shows (PUB-5, PUB-7). It carries
 * the version's table of contents, so that whoever opens an instance need not look the version up first.
 */
export const activation = z.object({
  ...outline.omit({ moduleIds: true }).shape,
  unit: z.string(),
  provider: z.string(),
  momentId: z.string(),
  major: z.int().min(1),
  minor: z.int().min(0),
  modules: z.array(moduleSummary.pick({ moduleId: true, title: true, places: true })),
  forms: z.array(z.object({ formId: z.string(), title: z.string(), kind: formKind })),
  state: z.enum(['active', 'inactive']),
});
export type Activation = z.infer<typeof activation>;

export const activatedVersion = ({ major, minor }: Pick<Activation, 'major' | 'minor'>): string =>
  `${major}.${minor}`;

/** Inactivation stops new starts (PUB-5). */
export const assertActivated = (activated: Activation | undefined): Activation => {
  if (activated?.state !== 'active') throw new Problem('moment-not-active');
  return activated;
};

/** Nobody is taken back to wording that has been put right: from `earliest` on (PUB-5, PUB-7), or `version-not-later`. */
export const assertNotBefore = (earliest: number, minor: number): void => {
  if (minor < earliest) throw new Problem('version-not-later');
};

/**
 * Minors up to the active one may be read on the unit, for someone may have opened the moment just before it changed; what is published
 * and not yet activated there may not (PUB-5, PUB-7): `form-version-mismatch`. Expects a version of the activation's own major.
 */
export const assertReached = ({ minor }: Pick<Activation, 'minor'>, momentVersion: string): void => {
  if (minorOf(momentVersion) > minor) throw new Problem('form-version-mismatch');
};

/**
 * The later minor that can be activated in its place, if there is one: what mends what people meet, also where no more is started
 * (PUB-5). A withdrawn offer stops new starts, not the mending of what runs: of that major, and of nothing else that has been published
 * since, they are told (ORG-1).
 */
export const waitingVersion = (
  activated: Pick<Activation, 'major' | 'minor'>,
  entry: Pick<CatalogueEntry, 'versions'> | undefined,
): string | undefined => {
  const latest = entry?.versions.find((version) => majorOf(version) === activated.major);
  return latest !== undefined && isLater(latest, activatedVersion(activated)) ? latest : undefined;
};
