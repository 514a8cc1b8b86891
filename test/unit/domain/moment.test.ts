import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Activation,
  assertActivated,
  assertEditable,
  assertOffered,
  assertPublishable,
  assertSecondPerson,
  assertTested,
  type Moment,
  type PublishedVersion,
} from '../../../shared/domain/moment/moment.ts';
import { problemIn, refusal } from '../refusal.ts';

const aMoment = (rest: Partial<Moment> = {}): Moment => ({
  momentId: 'm',
  unit: 'U',
  provider: 'P',
  unitKind: 'publisher',
  title: 'Ett moment',
  kind: 'treatment',
  welcome: '',
  moduleIds: [],
  formIds: [],
  state: 'draft',
  verdicts: {},
  latestMajor: 0,
  ...rest,
});

const aVersion = (allowedProviders: string[]): PublishedVersion => ({
  momentId: 'm',
  momentVersion: '1.0',
  title: 'Ett moment',
  kind: 'treatment',
  welcome: '',
  moduleIds: [],
  publisherUnit: 'U',
  publishedBy: 'S',
  publishedAt: '2026-11-23T10:00:00.000Z',
  allowedProviders,
});

const anActivation = (state: Activation['state']): Activation => ({
  unit: 'U',
  momentId: 'm',
  major: 1,
  minor: 0,
  title: 'Ett moment',
  state,
});

const verdict = fc.option(
  fc.record({
    approved: fc.boolean(),
    by: fc.string(),
    at: fc.constant('2026-11-23T10:00:00.000Z'),
  }),
  { nil: undefined },
);

describe('PUB-1 a draft leaves its designers', () => {
  it('only when designer and practitioner have both approved it; each one missing is named', () => {
    fc.assert(
      fc.property(verdict, verdict, (designer, practitioner) => {
        const verdicts = { ...(designer && { designer }), ...(practitioner && { practitioner }) };
        const missing = [
          ...(designer?.approved ? [] : ['/verdicts/designer']),
          ...(practitioner?.approved ? [] : ['/verdicts/practitioner']),
        ];
        const problem = problemIn(() => assertTested(aMoment({ verdicts })));
        expect(problem?.code).toBe(missing.length > 0 ? 'verdicts-missing' : undefined);
        expect(problem?.faults.map(({ pointer }) => pointer) ?? []).toEqual(missing);
      }),
    );
  });

  it('and is nobody’s to change while it lies with the publisher', () => {
    expect(refusal(() => assertEditable(aMoment({ state: 'draft' })))).toBeUndefined();
    expect(refusal(() => assertEditable(aMoment({ state: 'exported' })))).toBe('moment-exported');
  });
});

describe('PUB-2 publishing', () => {
  it.each([
    ['publisher', 'exported', undefined],
    ['publisher', 'draft', 'moment-not-exported'],
    ['training-publisher', 'exported', 'training-unit-cannot-publish'],
    ['training-publisher', 'draft', 'training-unit-cannot-publish'],
    ['care', 'exported', 'training-unit-cannot-publish'],
  ] as const)('from a %s unit, of a moment that is %s, gives %s', (unitKind, state, problem) => {
    expect(refusal(() => assertPublishable(aMoment({ unitKind, state })))).toBe(problem);
  });

  it('is never for the one who exported', () => {
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('A', 'B', 'C'), (exportedBy, publisher) => {
        const refused = refusal(() => assertSecondPerson(aMoment({ exportedBy }), publisher));
        expect(refused).toBe(exportedBy === publisher ? 'two-person-rule' : undefined);
      }),
    );
  });

  it('is refused where nobody knows who exported', () => {
    expect(refusal(() => assertSecondPerson(aMoment(), 'A'))).toBe('two-person-rule');
  });
});

describe('PUB-3 the publisher’s choice of providers', () => {
  it('opens a moment to those named and to no other', () => {
    const providers = fc.constantFrom('P1', 'P2', 'P3', 'P10');
    fc.assert(
      fc.property(fc.array(providers), providers, (allowed, provider) => {
        const refused = refusal(() => assertOffered(aVersion(allowed), provider));
        expect(refused).toBe(allowed.includes(provider) ? undefined : 'moment-not-offered');
      }),
    );
  });
});

describe('PUB-5 activation on a unit', () => {
  it('is there and active, or nothing is started', () => {
    expect(assertActivated(anActivation('active'))).toEqual(anActivation('active'));
    expect(refusal(() => assertActivated(anActivation('inactive')))).toBe('moment-not-active');
    expect(refusal(() => assertActivated(undefined))).toBe('moment-not-active');
  });
});
