import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../../../shared/domain/content/packed.ts';
import { compareForms } from '../../../../shared/domain/form/comparing/compare-forms.ts';
import { formFingerprint } from '../../../../shared/domain/form/comparing/form-fingerprint.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { runs } from '../../../support/property-runs.ts';
import { anyForm } from './arbitrary-forms.ts';
import { reworded, structurallyChanged } from './form-changes.ts';
import { aChoice, ofQuestions } from './form-examples.ts';

const kept = (form: Form): Form => unpacked(packed(formFingerprint(form))) as Form;

/** As it comes over HTTP: a field that says nothing is not there. */
const sent = (form: Form): Form => JSON.parse(JSON.stringify(form)) as Form;

const near = anyForm.chain((before) =>
  fc
    .oneof(
      reworded(before).map(({ after }) => after),
      fc.constantFrom(...structurallyChanged(before)),
    )
    .map((after): [Form, Form] => [before, after]),
);

describe('AUT-8 the fingerprint of a form', () => {
  it('differs from another’s in just what the two forms do', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(anyForm, anyForm)), ([before, after]) => {
        expect(compareForms(kept(before), kept(after))).toEqual(compareForms(sent(before), sent(after)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('has none of its words', () => {
    const form = ofQuestions([aChoice('q', [0, 1], { text: 'En fråga som ingen har läst' })]);
    expect(JSON.stringify(formFingerprint(form))).not.toContain('fråga');
    expect(formFingerprint(form).pages[0]?.questions[0]?.questionId).toBe('q');
  });
});
