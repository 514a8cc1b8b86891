import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertEditable,
  assertExported,
  assertPublishable,
  assertSecondPerson,
  type Moment,
} from '../../../../shared/domain/moment/moment.ts';
import { assertTested, missingVerdicts } from '../../../../shared/domain/moment/verdict.ts';
import { problemIn, refusal } from '../../refusal.ts';

const aMoment = (rest: Partial<Moment> = {}): Moment => ({
  ...{ momentId: 'm', unit: 'U', provider: 'P', unitKind: 'publisher' },
  ...{ title: 'Ett moment', kind: 'treatment', state: 'draft', revision: 0, verdicts: {} },
  ...rest,
});

const verdict = fc.option(
  fc.record({
    approved: fc.boolean(),
    by: fc.constantFrom('A', 'B'),
    at: fc.constant('2026-11-23T10:00:00.000Z'),
  }),
  { nil: undefined },
);

describe('PUB-1 a draft leaves its designers', () => {
  it('only when designer and practitioner, two people, have both approved it; each one missing is named', () => {
    fc.assert(
      fc.property(verdict, verdict, (designer, practitioner) => {
        const verdicts = { ...(designer && { designer }), ...(practitioner && { practitioner }) };
        const missing = [
          ...(designer?.approved ? [] : ['designer']),
          ...(practitioner?.approved ? [] : ['practitioner']),
        ];
        const problem = problemIn(() => assertTested(aMoment({ verdicts })));
        expect(missingVerdicts({ verdicts })).toEqual(missing);
        const alone = designer?.by === practitioner?.by ? 'verdicts-by-one-person' : undefined;
        expect(problem?.code).toBe(missing.length > 0 ? 'verdicts-missing' : alone);
        expect(problem?.faults.map(({ pointer }) => pointer) ?? []).toEqual(
          missing.map((role) => `/verdicts/${role}`),
        );
      }),
    );
  });

  it('and is nobody’s to change while it lies with the publisher, nor once it is deleted', () => {
    expect(refusal(() => assertEditable(aMoment({ state: 'draft' })))).toBeUndefined();
    expect(refusal(() => assertEditable(aMoment({ state: 'exported' })))).toBe('moment-exported');
    expect(refusal(() => assertEditable(aMoment({ state: 'deleted' })))).toBeDefined();
  });

  it('and is the publisher’s only then', () => {
    expect(refusal(() => assertExported(aMoment({ state: 'exported' })))).toBeUndefined();
    expect(refusal(() => assertExported(aMoment()))).toBe('moment-not-exported');
    expect(refusal(() => assertExported(aMoment({ state: 'deleted' })))).toBe('moment-not-exported');
  });
});

describe('PUB-2 publishing', () => {
  it.each([
    ['publisher', 'exported', undefined],
    ['publisher', 'draft', 'moment-not-exported'],
    ['publisher', 'deleted', 'moment-not-exported'],
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
