import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../shared/domain/content/content-digest.ts';
import { compareForms } from '../../../../shared/domain/form/comparing/compare-forms.ts';
import { formSkeleton, scoringSkeleton } from '../../../../shared/domain/form/comparing/skeleton.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { runs } from '../../../support/property-runs.ts';
import { anyForm } from './arbitrary-forms.ts';
import { reworded, structurallyChanged, turned } from './form-changes.ts';

const skeleton = (value: Form): string => digestOf(formSkeleton(value));
const scores = (value: Form): string => digestOf(scoringSkeleton(value) ?? null);
const kindsIn = (before: Form, after: Form) => new Set(compareForms(before, after).map(({ kind }) => kind));
const hasStructure = (before: Form, after: Form): boolean => kindsIn(before, after).has('structure');

describe('AUT-8 two versions of any form', () => {
  it('that are the same have no difference and one skeleton, however they were kept', () => {
    fc.assert(
      fc.property(anyForm, (value) => {
        const same = form.parse(turned(value));
        expect(compareForms(value, same)).toEqual([]);
        expect(skeleton(same)).toBe(skeleton(value));
      }),
    );
  });

  it('in other words differ in just those texts, and have one skeleton', () => {
    const pairs = anyForm.chain((before) => reworded(before).map((change) => ({ before, ...change })));
    fc.assert(
      fc.property(pairs, ({ before, after, pointers }) => {
        const differences = compareForms(before, after);
        expect(differences.map(({ pointer }) => pointer).toSorted()).toEqual(pointers.toSorted());
        expect(kindsIn(before, after)).toEqual(new Set(['wording']));
        expect(skeleton(after)).toBe(skeleton(before));
        expect(scores(after)).toBe(scores(before));
      }),
      { numRuns: runs(300) },
    );
  });

  it('that differ in anything else have a structural difference and two skeletons', () => {
    fc.assert(
      fc.property(anyForm, (before) => {
        const changes = structurallyChanged(before);
        expect(changes.length).toBeGreaterThan(0);
        for (const after of changes) {
          expect(hasStructure(before, after)).toBe(true);
          expect(skeleton(after)).not.toBe(skeleton(before));
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('have a structural difference exactly when their skeletons differ', () => {
    const near = anyForm.chain((before) =>
      fc
        .oneof(fc.constant(before), fc.constantFrom(...structurallyChanged(before)))
        .chain((changed) =>
          fc.oneof(
            fc.constant(changed),
            reworded(changed).map(({ after }) => after),
          ),
        )
        .map((after): [Form, Form] => [before, after]),
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(anyForm, anyForm)), ([before, after]) => {
        expect(hasStructure(before, after)).toBe(skeleton(before) !== skeleton(after));
        expect(hasStructure(after, before)).toBe(hasStructure(before, after));
        if (scores(before) !== scores(after)) expect(hasStructure(before, after)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});
