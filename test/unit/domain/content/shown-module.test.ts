import { describe, expect, it } from 'vitest';
import { shownModuleOf } from '../../../../shared/domain/content/shown-module.ts';
import { aLaidModule, aRef } from './module-examples.ts';

const module = aLaidModule('m', [aRef('s1', { digest: 'd1' })], [aRef('s2', { digest: 'd1' })]);
const said = { title: 'Steg', blocks: [] };

describe('AUT-1 a module as it is shown', () => {
  it('has what each step says in its place, two that say the same too', () => {
    const shown = shownModuleOf(module, new Map([['d1', said]]), []);
    expect(shown.sections.map(({ steps }) => steps)).toEqual([
      [{ stepId: 's1', ...said }],
      [{ stepId: 's2', ...said }],
    ]);
  });

  it('is an error, not a shorter module, where what a step says is missing', () => {
    expect(() => shownModuleOf(module, new Map(), [])).toThrow('No content for a step');
  });
});
