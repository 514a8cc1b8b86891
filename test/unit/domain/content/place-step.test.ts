import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../../shared/domain/content/module-outline.ts';
import { placeStep, putStep, stepIn, withoutStep } from '../../../../shared/domain/content/place-step.ts';
import { problemIn } from '../../refusal.ts';
import { aLaidModule, anyModule, aRef, idsIn } from './module-examples.ts';

const module = aLaidModule('m', [aRef('s1'), aRef('s2'), aRef('s3')], [aRef('s4')]);
const changed = (stepId: string) => aRef(stepId, { digest: 'something else' });

describe('AUT-7 a step that is saved', () => {
  it('stays where it is when nothing is said of its place', () => {
    const after = putStep(module, changed('s2'), { sectionId: undefined, at: undefined });
    expect(idsIn(after)).toEqual(idsIn(module));
    expect(stepIn(after, 's2')).toEqual(changed('s2'));
  });

  it('stays where it is when its own section is named', () => {
    expect(idsIn(putStep(module, changed('s1'), { sectionId: 'a', at: undefined }))).toEqual(idsIn(module));
  });

  it.each([
    ['within its section', { sectionId: undefined, at: 2 }, [['s2', 's3', 's1'], ['s4']]],
    [
      'to the beginning of another',
      { sectionId: 'b', at: 0 },
      [
        ['s2', 's3'],
        ['s1', 's4'],
      ],
    ],
    [
      'to the end of another',
      { sectionId: 'b', at: undefined },
      [
        ['s2', 's3'],
        ['s4', 's1'],
      ],
    ],
    [
      'no further than the end',
      { sectionId: 'b', at: 90 },
      [
        ['s2', 's3'],
        ['s4', 's1'],
      ],
    ],
  ])('moves %s', (_, wanted, ids) => {
    expect(idsIn(putStep(module, changed('s1'), wanted))).toEqual(ids);
  });

  it('is new where it is told to be, and must be told', () => {
    expect(idsIn(putStep(module, aRef('s5'), { sectionId: 'a', at: 1 }))).toEqual([
      ['s1', 's5', 's2', 's3'],
      ['s4'],
    ]);
    const untold = problemIn(() => putStep(module, aRef('s5'), { sectionId: undefined, at: 1 }));
    expect(untold).toMatchObject({ code: 'validation-failed', faults: [{ pointer: '/body/sectionId' }] });
  });

  it('is refused a section that is not there, with where it was asked for', () => {
    const refused = problemIn(() => placeStep(module, aRef('s5'), { sectionId: 'z' }, '/body/to/sectionId'));
    expect(refused).toMatchObject({ code: 'validation-failed', faults: [{ pointer: '/body/to/sectionId' }] });
  });

  it('stands once however it is moved, and no other step goes or changes', () => {
    const target = fc.record({ sectionId: fc.constantFrom('a', 'b', 'c', 'd'), at: fc.nat({ max: 12 }) });
    fc.assert(
      fc.property(anyModule, fc.nat({ max: 12 }), target, (any, step, { sectionId, at }) => {
        fc.pre(any.sections.some((section) => section.sectionId === sectionId));
        const after = placeStep(any, changed(`s${step}`), { sectionId, at }, '');
        const others = (list: typeof any) => stepsOf(withoutStep(list, `s${step}`));
        expect(others(after)).toEqual(others(any));
        expect(stepsOf(after).filter(({ stepId }) => stepId === `s${step}`)).toEqual([changed(`s${step}`)]);
      }),
    );
  });

  it('can be taken away, and then is nowhere', () => {
    fc.assert(
      fc.property(anyModule, fc.nat({ max: 12 }), (any, step) => {
        const after = withoutStep(any, `s${step}`);
        expect(stepIn(after, `s${step}`)).toBeUndefined();
        expect(stepsOf(after)).toEqual(stepsOf(any).filter(({ stepId }) => stepId !== `s${step}`));
      }),
    );
  });
});
