import fc from 'fast-check';
import { majorOf, minorOf } from '../../../shared/domain/moment/version.ts';
import type { ModelStep } from '../../support/any-order.ts';

/** What a person may do to a published moment on one unit. */
export type Act =
  | { readonly do: 'activate'; readonly version: string }
  | { readonly do: 'activate-minor'; readonly major: number; readonly minor: number }
  | { readonly do: 'inactivate'; readonly major: number }
  | { readonly do: 'start'; readonly major: number }
  | { readonly do: 'set-state'; readonly state: 'published' | 'unpublished' }
  | { readonly do: 'offer'; readonly isOffered: boolean }
  | { readonly do: 'recall' | 'lift'; readonly version: string };

interface Activated {
  readonly state: 'active' | 'inactive';
  readonly minor: number;
}

/** What PUB-3, PUB-5, PUB-6, PUB-7 and PUB-9 say there is, as simply as it can be said. */
export interface Model {
  readonly state: 'published' | 'unpublished';
  readonly isOffered: boolean;
  /** In order. */
  readonly recalled: readonly string[];
  readonly activated: Readonly<Partial<Record<number, Activated>>>;
}

export const publishedVersions = ['1.0', '1.1', '1.2', '2.0'];
export const atFirst: Model = { state: 'published', isOffered: true, recalled: [], activated: {} };

type Step = ModelStep<Model>;

const refused = (model: Model, outcome: string): Step => ({ outcome, model });
const activatedAt = (model: Model, major: number, activated: Activated, outcome = '201'): Step => ({
  outcome,
  model: { ...model, activated: { ...model.activated, [major]: activated } },
});

const unavailable = ({ isOffered, state }: Model): string | undefined => {
  if (!isOffered) return '403 moment-not-offered';
  return state === 'published' ? undefined : '409 moment-unpublished';
};

const activate = (model: Model, version: string): Step => {
  const [major, minor] = [majorOf(version), minorOf(version)];
  const before = model.activated[major];
  const refusal = unavailable(model);
  if (refusal) return refused(model, refusal);
  if (before?.state === 'active') return refused(model, '409 already-active');
  if (before && minor < before.minor) return refused(model, '409 version-not-later');
  if (model.recalled.includes(version)) return refused(model, '409 version-recalled');
  return activatedAt(model, major, { state: 'active', minor });
};

const activateMinor = (model: Model, major: number, minor: number): Step => {
  const before = model.activated[major];
  if (!before || !publishedVersions.includes(`${major}.${minor}`)) return refused(model, '404 not-found');
  // What runs is mended also where it is unpublished or not offered any more, or no more of it is started.
  if (minor <= before.minor) return refused(model, '409 version-not-later');
  if (model.recalled.includes(`${major}.${minor}`)) return refused(model, '409 version-recalled');
  return activatedAt(model, major, { ...before, minor });
};

const inactivate = (model: Model, major: number): Step => {
  const before = model.activated[major];
  if (!before) return refused(model, '404 not-found');
  return before.state === 'active'
    ? activatedAt(model, major, { ...before, state: 'inactive' })
    : refused(model, '409 moment-not-active');
};

const start = (model: Model, major: number): Step => {
  const activated = model.activated[major];
  if (activated?.state !== 'active') return refused(model, '409 moment-not-active');
  if (!model.isOffered) return refused(model, '403 moment-not-offered');
  const isRecalled = model.recalled.includes(`${major}.${activated.minor}`);
  return refused(model, isRecalled ? '409 version-recalled' : '201');
};

const recall = (model: Model, version: string): Step =>
  model.recalled.includes(version)
    ? refused(model, '409 version-recalled')
    : { outcome: '201', model: { ...model, recalled: [...model.recalled, version].toSorted() } };

const lift = (model: Model, version: string): Step =>
  model.recalled.includes(version)
    ? { outcome: '201', model: { ...model, recalled: model.recalled.filter((one) => one !== version) } }
    : refused(model, '409 version-not-recalled');

/** What the rules make of an act: how it is answered, and what there is afterwards. */
export const stepOf = (model: Model, act: Act): Step => {
  switch (act.do) {
    case 'activate':
      return activate(model, act.version);
    case 'activate-minor':
      return activateMinor(model, act.major, act.minor);
    case 'inactivate':
      return inactivate(model, act.major);
    case 'start':
      return start(model, act.major);
    case 'recall':
      return recall(model, act.version);
    case 'lift':
      return lift(model, act.version);
    case 'set-state':
      return act.state === model.state
        ? refused(model, '409 illegal-state')
        : { outcome: '200', model: { ...model, state: act.state } };
    case 'offer':
      return { outcome: '200', model: { ...model, isOffered: act.isOffered } };
  }
};

const major = fc.constantFrom(1, 1, 2);
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('activate' as const),
      version: fc.constantFrom(...publishedVersions),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('activate-minor' as const), major, minor: fc.nat({ max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('inactivate' as const), major }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start' as const), major }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set-state' as const),
      state: fc.constantFrom('published' as const, 'unpublished' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('recall' as const, 'recall' as const, 'lift' as const),
      version: fc.constantFrom(...publishedVersions),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('offer' as const), isOffered: fc.boolean() }) },
);
