import fc from 'fast-check';
import type { ModelStep } from '../../support/any-order.ts';

const rolesOf = {
  designer: ['designer'],
  practitioner: ['practitioner'],
  publisher: ['publisher'],
  both: ['designer', 'publisher'],
  roleless: [],
} as const satisfies Record<string, readonly ('designer' | 'practitioner' | 'publisher')[]>;
type Role = 'designer' | 'practitioner' | 'publisher';
export type Who = keyof typeof rolesOf;
const everyone = Object.keys(rolesOf) as Who[];

/** What a person may try to do to a moment. `late`: with an ETag that is no longer the one there is. */
export type Act = { readonly by: Who; readonly late: boolean } & (
  | { readonly do: 'save'; readonly what: 'wording' | 'structure' }
  | { readonly do: 'test' }
  | { readonly do: 'open'; readonly major: number; readonly discard: boolean }
  | { readonly do: 'verdict'; readonly as: 'designer' | 'practitioner'; readonly approved: boolean }
  | { readonly do: 'export' | 'recall-export' | 'send-back' | 'publish' | 'delete' }
);

/** What AUT-6…8 and PUB-1…2 say there is, as simply as it can be said. */
export interface Model {
  readonly state: 'draft' | 'exported' | 'deleted';
  readonly revision: number;
  readonly verdicts: Readonly<Partial<Record<'designer' | 'practitioner', boolean>>>;
  /** The revision that somebody's latest test was of. */
  readonly tested: Readonly<Partial<Record<Who, number>>>;
  readonly exportedBy?: Who;
  readonly latest?: string;
  /** The latest minor of each major. */
  readonly minors: Readonly<Record<number, number>>;
  /** The major it goes on from. */
  readonly major?: number;
  /** The most that has been changed since the version it goes on from. */
  readonly changed: 'nothing' | 'wording' | 'structure';
}

type Step = ModelStep<Model>;

const mayTry: Readonly<Record<Act['do'], readonly Role[]>> = {
  save: ['designer'],
  test: ['designer', 'practitioner'],
  open: ['designer'],
  verdict: ['designer', 'practitioner'],
  export: ['designer'],
  'recall-export': ['designer'],
  'send-back': ['publisher'],
  publish: ['publisher'],
  delete: ['designer'],
};

/** What is published next, and then goes on from itself. */
const published = (model: Model): Model => {
  const { major, minors, changed } = model;
  const isMajor = major === undefined || changed === 'structure';
  const next = isMajor ? Object.keys(minors).length + 1 : major;
  const after = { ...minors, [next]: isMajor ? 0 : (minors[next] ?? 0) + 1 };
  const highest = Object.keys(after).length;
  return {
    ...returned(model),
    ...{ latest: `${highest}.${after[highest]}`, minors: after, major: next },
    ...{ verdicts: {}, changed: 'nothing' },
  };
};

const opened = (model: Model, { major, discard }: Act & { readonly do: 'open' }): Step => {
  if (!(major in model.minors)) return { outcome: '404 not-found', model };
  if (model.changed !== 'nothing' && !discard) return { outcome: '409 draft-unpublished', model };
  const { revision } = model;
  return {
    outcome: '201',
    model: { ...model, major, revision: revision + 1, verdicts: {}, changed: 'nothing' },
  };
};

const returned = ({ exportedBy: _, ...model }: Model): Model => ({ ...model, state: 'draft' });

const onDraft = (model: Model, act: Act): Step => {
  const refused = (outcome: string): Step => ({ outcome, model });
  switch (act.do) {
    case 'save': {
      const changed = model.changed === 'structure' ? 'structure' : act.what;
      return { outcome: '200', model: { ...model, revision: model.revision + 1, verdicts: {}, changed } };
    }
    case 'verdict':
      return model.tested[act.by] === model.revision
        ? { outcome: '201', model: { ...model, verdicts: { ...model.verdicts, [act.as]: act.approved } } }
        : refused('409 test-missing');
    case 'export':
      return model.verdicts.designer && model.verdicts.practitioner
        ? { outcome: '201', model: { ...model, state: 'exported', exportedBy: act.by } }
        : refused('409 verdicts-missing');
    case 'open':
      return opened(model, act);
    case 'delete':
      return model.latest === undefined
        ? { outcome: '200', model: { ...model, state: 'deleted' } }
        : refused('409 moment-published');
    default:
      return refused('409 moment-not-exported');
  }
};

const onExported = (model: Model, act: Act): Step => {
  const refused = (outcome: string): Step => ({ outcome, model });
  switch (act.do) {
    case 'send-back':
    case 'recall-export':
      return { outcome: '201', model: returned(model) };
    case 'publish':
      if (model.exportedBy === act.by) return refused('403 two-person-rule');
      if (model.latest !== undefined && model.changed === 'nothing') return refused('409 nothing-changed');
      return { outcome: '201', model: published(model) };
    case 'open':
      return refused(act.major in model.minors ? '409 moment-exported' : '404 not-found');
    default:
      return refused('409 moment-exported');
  }
};

/** What the rules make of an act: how it is answered, and what there is afterwards. */
export const stepOf = (model: Model, act: Act): Step => {
  const roles: readonly Role[] = rolesOf[act.by];
  const isIn = mayTry[act.do].some((role) => roles.includes(role));
  if (model.state === 'deleted' || !isIn) return { outcome: '404 not-found', model };
  if (act.do === 'test')
    return { outcome: '201', model: { ...model, tested: { ...model.tested, [act.by]: model.revision } } };
  // A verdict is on a test of one’s own: what the head has become since says nothing of the content.
  if (act.late && act.do !== 'verdict') return { outcome: '412 version-mismatch', model };
  if (act.do === 'verdict' && !roles.includes(act.as)) return { outcome: '403 role-missing', model };
  return model.state === 'draft' ? onDraft(model, act) : onExported(model, act);
};

const by = fc.constantFrom(...everyone);
const late = fc.integer({ min: 0, max: 9 }).map((tenth) => tenth === 0);
const as = fc.constantFrom('designer' as const, 'practitioner' as const);

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    ...{ do: fc.constant('save' as const), by, late },
    what: fc.constantFrom('wording' as const, 'structure' as const),
  }),
  fc.record({ do: fc.constant('test' as const), by, late: fc.constant(false) }),
  fc.record({ do: fc.constant('verdict' as const), by, late, as, approved: fc.boolean() }),
  fc.record({
    do: fc.constantFrom(
      ...(['export', 'recall-export', 'send-back', 'publish', 'publish'] as const satisfies Act['do'][]),
    ),
    ...{ by, late },
  }),
  fc.record({
    ...{ do: fc.constant('open' as const), by: fc.constantFrom('designer' as const, 'publisher' as const) },
    ...{ late, major: fc.integer({ min: 1, max: 2 }), discard: fc.boolean() },
  }),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), by, late }) },
);

const approval = (who: 'designer' | 'practitioner' | 'both', role: 'designer' | 'practitioner'): Act[] => [
  { do: 'test', by: who, late: false },
  { do: 'verdict', by: who, late: false, as: role, approved: true },
];

/** The way to the publisher, which chance would seldom find. */
const exported = fc
  .constantFrom('designer' as const, 'both' as const)
  .map((who): Act[] => [
    ...approval(who, 'designer'),
    ...approval('practitioner', 'practitioner'),
    { do: 'export', by: who, late: false },
  ]);

/** Whatever people try, in whatever order. */
export const anyActs: fc.Arbitrary<Act[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyAct.map((act) => [act]) }, { weight: 1, arbitrary: exported }), {
    minLength: 4,
    maxLength: 12,
  })
  .map((parts) => parts.flat());

const inTime = (who: Who) => ({ by: who, late: false }) as const;
const saved: Act = { ...inTime('designer'), do: 'save', what: 'wording' };
const handedOver: Act = { ...inTime('designer'), do: 'export' };

const untilPublished = (save: Act): Act[] => [
  ...[save, ...approval('designer', 'designer'), ...approval('practitioner', 'practitioner'), handedOver],
  { ...inTime('publisher'), do: 'publish' },
];

/** Orders in which everything is done once: chance need not find them. */
export const everyWay: readonly Act[][] = [
  [
    ...[saved, ...approval('designer', 'designer'), ...approval('practitioner', 'practitioner'), handedOver],
    { ...inTime('publisher'), do: 'send-back' },
    handedOver,
    { ...inTime('both'), do: 'recall-export' },
    handedOver,
    { ...inTime('publisher'), do: 'publish' },
  ],
  [saved, { ...inTime('designer'), do: 'delete' }],
  // A mistake in 1.0 is mended after 2.0, and then one in 2.0.
  [
    ...untilPublished(saved),
    ...untilPublished({ ...inTime('designer'), do: 'save', what: 'structure' }),
    saved,
    { ...inTime('designer'), do: 'open', major: 1, discard: false },
    { ...inTime('designer'), do: 'open', major: 1, discard: true },
    ...untilPublished(saved),
    { ...inTime('designer'), do: 'open', major: 2, discard: false },
    ...untilPublished(saved),
  ],
];
