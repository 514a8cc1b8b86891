import fc from 'fast-check';
import type { ModelStep } from '../../support/any-order.ts';

type Scope = 'all-services' | 'support-and-treatment';
export type Programme = 'one' | 'other';

/** What a unit may do about one resident, what the resident does, and the night that comes. */
export type Act =
  | { readonly do: 'approve'; readonly scope: Scope; readonly label?: string | undefined }
  | { readonly do: 'label'; readonly label?: string | undefined }
  | { readonly do: 'withdraw'; readonly becomes?: 'closed' | undefined }
  /** `until` in days from today. */
  | { readonly do: 'withdraw'; readonly becomes: 'readable'; readonly until: number }
  | { readonly do: 'start'; readonly programme: Programme; readonly confirmed: boolean }
  | { readonly do: 'look-up' }
  /** What was started as number `at`. */
  | { readonly do: 'read'; readonly at: number }
  | { readonly do: 'night' };

interface Started {
  readonly programme: Programme;
  /** Absent while it runs. */
  readonly ended?: 'closed' | number;
}

/** What ID-9, ID-11 and CARE-1 say there is between a unit and a resident, as simply as it can be said. */
export interface Model {
  readonly state: 'unknown' | 'approved' | 'withdrawn';
  readonly scope?: Scope;
  readonly label?: string | undefined;
  /** Oldest first; ended for good, or readable to the end of that day. */
  readonly started: readonly Started[];
  /** Days gone since the first. */
  readonly day: number;
}

export const atFirst: Model = { state: 'unknown', started: [], day: 0 };

/** A part of their name. */
const tellingLabel = 'Fru Person';
const longestReading = 365;

type Step = ModelStep<Model>;

export const runningOf = ({ started }: Model): Started[] =>
  started.filter(({ ended }) => ended === undefined);

const approve = (model: Model, { scope, label = model.label }: Act & { do: 'approve' }): Step =>
  label === tellingLabel
    ? { outcome: '422 label-names-resident', model }
    : { outcome: '201', model: { ...model, state: 'approved', scope, label } };

const labelled = (model: Model, { label }: Act & { do: 'label' }): Step => {
  if (model.state === 'unknown') return { outcome: '404 not-found', model };
  if (label === tellingLabel) return { outcome: '422 label-names-resident', model };
  return { outcome: '200', model: { ...model, label } };
};

const withdraw = (model: Model, act: Act & { do: 'withdraw' }): Step => {
  const refused = (outcome: string): Step => ({ outcome, model });
  if (model.state !== 'approved') return refused('409 resident-not-approved');
  if (act.becomes === 'readable' && (act.until < 0 || act.until > longestReading))
    return refused('400 validation-failed');
  if (runningOf(model).length > 0 && !act.becomes) return refused('409 moments-running');
  const ended: Started['ended'] = act.becomes === 'readable' ? model.day + act.until : 'closed';
  const started = model.started.map((one) => (one.ended === undefined ? { ...one, ended } : one));
  return { outcome: '201', model: { ...model, state: 'withdrawn', started } };
};

const start = (model: Model, { programme, confirmed }: Act & { do: 'start' }): Step => {
  if (model.state !== 'approved') return { outcome: '409 resident-not-approved', model };
  const runs = runningOf(model).some((one) => one.programme === programme);
  return runs && !confirmed
    ? { outcome: '409 moment-runs-already', model }
    : { outcome: '201', model: { ...model, started: [...model.started, { programme }] } };
};

const lookUp = (model: Model): string =>
  ['200', model.state, model.scope ?? '-', model.label ?? '-', runningOf(model).length].join(' ');

const read = ({ started, day }: Model, at: number): string => {
  const one = started[at];
  const isOpen = one && (one.ended === undefined || (one.ended !== 'closed' && day <= one.ended));
  return isOpen ? '200' : '404 not-found';
};

/** What the rules make of an act: how it is answered, and what there is afterwards. */
export const stepOf = (model: Model, act: Act): Step => {
  switch (act.do) {
    case 'approve':
      return approve(model, act);
    case 'label':
      return labelled(model, act);
    case 'withdraw':
      return withdraw(model, act);
    case 'start':
      return start(model, act);
    case 'look-up':
      return { outcome: lookUp(model), model };
    case 'read':
      return { outcome: read(model, act.at), model };
    case 'night':
      return { outcome: '200', model: { ...model, day: model.day + 1 } };
  }
};

const label = fc.constantFrom(undefined, 'Blå mappen', 'Gröna mappen', tellingLabel);
const scope = fc.constantFrom<Scope>('all-services', 'support-and-treatment');

/** What changes something, and may be done by several in the same instant. */
export const anyChange: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('approve' as const), scope, label }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('label' as const), label }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('withdraw' as const),
      becomes: fc.constantFrom('closed' as const, undefined),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('withdraw' as const), becomes: fc.constant('readable' as const) },
      until: fc.constantFrom(0, 1, 2, longestReading, longestReading + 1, -1),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      programme: fc.constantFrom<Programme>('one', 'one', 'other'),
      confirmed: fc.boolean(),
    }),
  },
);

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: anyChange },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'look-up' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const), at: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'night' }) },
);

export const approving: Act = { do: 'approve', scope: 'all-services', label: 'Blå mappen' };
const starting: Act = { do: 'start', programme: 'one', confirmed: false };
const withdrawing: Act = { do: 'withdraw', becomes: 'closed' };

/** What meets in the same instant once the resident is approved. */
export const atOnce: readonly Act[][] = [
  [starting, starting, starting],
  [starting, { do: 'withdraw' }],
  [starting, withdrawing, approving],
  [withdrawing, { do: 'label', label: 'Gröna mappen' }, { ...starting, programme: 'other' }],
];

/** A life of an approval in which everything is done once: chance need not find it. */
export const everyWay: Act[] = [
  approving,
  starting,
  starting,
  { do: 'start', programme: 'one', confirmed: true },
  { do: 'withdraw' },
  { do: 'withdraw', becomes: 'readable', until: 1 },
  { do: 'read', at: 1 },
  { do: 'start', programme: 'other', confirmed: true },
  { do: 'night' },
  { do: 'read', at: 1 },
  { do: 'night' },
  { do: 'read', at: 1 },
  { do: 'approve', scope: 'support-and-treatment' },
  { do: 'look-up' },
  starting,
  withdrawing,
  { do: 'read', at: 2 },
  { do: 'look-up' },
];
