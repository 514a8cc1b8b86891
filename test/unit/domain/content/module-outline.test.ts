import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedForms } from '../../../../shared/domain/content/module-outline.ts';
import { aLaidModule, aRef } from './module-examples.ts';

const showing = (moduleId: string, ...formIds: string[]) =>
  aLaidModule(
    moduleId,
    formIds.map((formId, at) => aRef(`${moduleId}-${at}`, { formIds: [formId] })),
  );

describe('AUT-5 forms that share their answers', () => {
  it('are those that stand in more than one module, with the modules in their order', () => {
    const modules = [showing('start', 'f'), showing('middle', 'g'), showing('end', 'f')];
    expect(sharedForms(modules)).toEqual([{ formId: 'f', modules: ['start', 'end'] }]);
  });

  it('are not those that stand twice in one module, or nowhere', () => {
    expect(sharedForms([showing('m1', 'f', 'f'), showing('m2', 'g')])).toEqual([]);
  });

  it('are found wherever they stand', () => {
    const placed = fc.array(fc.subarray(['f', 'g', 'h']), { maxLength: 6 });
    fc.assert(
      fc.property(placed, (shown) => {
        const names = sharedForms(shown.map((formIds, at) => showing(`m${at}`, ...formIds)));
        const expected = ['f', 'g', 'h'].filter(
          (formId) => shown.filter((formIds) => formIds.includes(formId)).length > 1,
        );
        expect(names.map(({ formId }) => formId).toSorted()).toEqual(expected);
      }),
    );
  });
});
