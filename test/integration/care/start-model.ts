import fc from 'fast-check';
import type { ModelStep } from '../../support/any-order.ts';

/** What a start rests on, each given and taken by somebody else. */
export const grounds = ['approval', 'role', 'offer', 'agreement', 'version'] as const;
export type Ground = (typeof grounds)[number];

/** What is done about one moment and one resident on a unit. */
export type Act =
  | { readonly do: 'start'; readonly confirmed: boolean }
  /** The last start, sent again with its key. */
  | { readonly do: 'repeat' }
  /** What was started as number `at`. */
  | { readonly do: 'undo' | 'open'; readonly at: number }
  | { readonly do: 'look-up' }
  | { readonly do: 'give' | 'take'; readonly ground: Ground };

interface Started {
  readonly became: 'running' | 'undone' | 'ended';
  readonly opened: boolean;
}

/** What CARE-1, ID-11, ORG-2, ORG-6, PUB-3 and PUB-9 say there is, as simply as it can be said. */
export interface Model {
  readonly has: Readonly<Record<Ground, boolean>>;
  readonly started: readonly Started[];
}

export const atFirst: Model = {
  has: { approval: true, role: true, offer: true, agreement: true, version: true },
  started: [],
};

type Step = ModelStep<Model>;

export const runningOf = ({ started }: Model): Started[] =>
  started.filter(({ became }) => became === 'running');

/** The first that is missing is told, in the order in which it is looked at. */
const missing: readonly (readonly [Ground, string])[] = [
  ['approval', '409 resident-not-approved'],
  ['role', '409 practitioner-not-at-unit'],
  ['offer', '403 moment-not-offered'],
  ['agreement', '409 provider-not-connected'],
  ['version', '409 version-recalled'],
];

const start = (model: Model, confirmed: boolean): Step => {
  const refusal = missing.find(([ground]) => !model.has[ground])?.[1];
  if (refusal) return { outcome: refusal, model };
  if (runningOf(model).length > 0 && !confirmed) return { outcome: '409 moment-runs-already', model };
  return {
    outcome: '201',
    model: { ...model, started: [...model.started, { became: 'running', opened: false }] },
  };
};

const changed = (model: Model, at: number, to: Partial<Started>, outcome: string): Step => ({
  outcome,
  model: { ...model, started: model.started.map((one, index) => (index === at ? { ...one, ...to } : one)) },
});

const undo = (model: Model, at: number): Step => {
  const one = model.started[at];
  if (!one) return { outcome: '404 not-found', model };
  if (one.opened) return { outcome: '409 resident-has-opened', model };
  return one.became === 'running'
    ? changed(model, at, { became: 'undone' }, '201')
    : { outcome: '409 illegal-state', model };
};

const open = (model: Model, at: number): Step =>
  model.started[at]?.became === 'running'
    ? changed(model, at, { opened: true }, '200')
    : { outcome: '404 not-found', model };

const held = (model: Model, ground: Ground, is: boolean): Model => ({
  has: { ...model.has, [ground]: is },
  // Withdrawing an approval says what becomes of what runs: here it ends.
  started:
    ground === 'approval' && !is
      ? model.started.map((one) => (one.became === 'running' ? { ...one, became: 'ended' } : one))
      : model.started,
});

/** How it is answered where there is nothing to give or to take. */
const already: Readonly<Record<Ground, Readonly<Record<'give' | 'take', string>>>> = {
  approval: { give: '201', take: '409 resident-not-approved' },
  role: { give: '409 already-exists', take: '404 not-found' },
  offer: { give: '200', take: '200' },
  agreement: { give: '200', take: '200' },
  version: { give: '409 version-not-recalled', take: '409 version-recalled' },
};
const done: Readonly<Record<Ground, string>> = {
  ...{ approval: '201', role: '201', version: '201' },
  ...{ offer: '200', agreement: '200' },
};

/** Whoever takes a role or an approval is told how much it leaves or ends. */
const told = (model: Model, act: 'give' | 'take', ground: Ground): string =>
  act === 'take' && (ground === 'role' || ground === 'approval')
    ? `201 ${runningOf(model).length}`
    : done[ground];

const changedGround = (model: Model, act: 'give' | 'take', ground: Ground): Step => {
  const is = act === 'give';
  // An approval is something new as well (ORG-2).
  if (is && ground === 'approval' && !model.has.agreement)
    return { outcome: '409 provider-not-connected', model };
  const outcome = model.has[ground] === is ? already[ground][act] : told(model, act, ground);
  return /^20/.test(outcome) ? { outcome, model: held(model, ground, is) } : { outcome, model };
};

const lookUp = ({ has: { approval }, ...model }: Model): string =>
  `200 ${approval ? 'approved' : 'withdrawn'} ${runningOf({ ...model, has: atFirst.has }).length}`;

/** What the rules make of an act: how it is answered, and what there is afterwards. */
export const stepOf = (model: Model, act: Act): Step => {
  switch (act.do) {
    case 'start':
      return start(model, act.confirmed);
    case 'repeat':
      return { outcome: model.started.length > 0 ? '201 the same' : '-', model };
    case 'undo':
      return undo(model, act.at);
    case 'open':
      return open(model, act.at);
    case 'look-up':
      return { outcome: lookUp(model), model };
    case 'give':
    case 'take':
      return changedGround(model, act.do, act.ground);
  }
};

const at = fc.nat({ max: 2 });

/** What changes something, and may be done by several in the same instant. */
export const anyChange: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('start' as const), confirmed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'open' as const), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('take' as const), ground: fc.constantFrom(...grounds) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('give' as const), ground: fc.constantFrom(...grounds) }),
  },
);

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: anyChange },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ do: 'look-up' }, { do: 'repeat' }) },
);

const first: Act = { do: 'start', confirmed: false };
const withoutEach: Act[] = grounds.flatMap((ground): Act[] => [
  { do: 'take', ground },
  first,
  { do: 'give', ground },
]);

/** Orders in which everything is done once: chance need not find them. */
export const everyWay: readonly Act[][] = [
  [...withoutEach, first],
  [first, first, { do: 'start', confirmed: true }, { do: 'look-up' }, { do: 'undo', at: 0 }, first],
  [first, { do: 'undo', at: 0 }, { do: 'open', at: 0 }, { do: 'undo', at: 0 }, { do: 'repeat' }, first],
  [first, { do: 'repeat' }, { do: 'open', at: 0 }, { do: 'undo', at: 0 }, { do: 'take', ground: 'role' }],
  [first, { do: 'take', ground: 'approval' }, { do: 'undo', at: 0 }, { do: 'open', at: 0 }],
];

/** What there is before, and what meets in the same instant. */
export const atOnce: readonly (readonly [Act[], Act[]])[] = [
  [[], [first, first, first]],
  [
    [first],
    [
      { do: 'undo', at: 0 },
      { do: 'open', at: 0 },
    ],
  ],
  [
    [first],
    [
      { do: 'undo', at: 0 },
      { do: 'undo', at: 0 },
      { do: 'start', confirmed: true },
    ],
  ],
  ...grounds.map((ground): readonly [Act[], Act[]] => [
    [],
    [first, { do: 'take', ground }, { do: 'start', confirmed: true }],
  ]),
];
