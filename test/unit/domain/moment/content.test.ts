import { describe, expect, it } from 'vitest';
import { moodProgramme } from '../../../../infra/local/demo/facts/content.ts';
import { usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';
import { content } from '../../../../shared/domain/moment/content.ts';
import { aContent, aModule, aModuleShowing, aStep } from '../content-examples.ts';
import { aChoice, aForm, ofQuestions } from '../form/form-examples.ts';

const faults = (value: unknown): string[] =>
  content.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('AUT-1 the content of a moment', () => {
  it('is read as written when it is sound, the demo’s programme among them', () => {
    expect(content.parse(moodProgramme)).toEqual(moodProgramme);
  });

  it('has six kinds', () => {
    for (const kind of ['patient-education', 'course', 'support', 'health-plan', 'self-rating', 'treatment'])
      expect(faults({ ...aContent(), kind })).toEqual([]);
    expect(faults({ ...aContent(), kind: 'film' })).toHaveLength(1);
  });

  it('names every id that stands twice anywhere in the tree', () => {
    const modules = [
      aModule('m1', [aStep('s1'), aStep('s1')]),
      aModule('m1', [aStep('s2')]),
      aModule('s2', []),
    ];
    expect(faults(aContent({ modules, forms: [aForm(), aForm()] }))).toEqual([
      'modules: The id m1 stands twice: give each part its own',
      'modules: The id m1-section stands twice: give each part its own',
      'modules: The id s1 stands twice: give each part its own',
      'modules: The id s2 stands twice: give each part its own',
      'forms: The id f stands twice: give each part its own',
    ]);
  });

  it('names every form that a step shows and nobody has written', () => {
    const modules = [aModuleShowing('m1', 'f', 'g'), aModuleShowing('m2', 'h')];
    expect(faults(aContent({ modules, forms: [aForm()] }))).toEqual([
      'modules: A step shows form g, which is not among forms',
      'modules: A step shows form h, which is not among forms',
    ]);
  });

  it('names what is wrong in its forms together with what is wrong in its tree', () => {
    const twice = ofQuestions([aChoice('q'), aChoice('q')]);
    const modules = [aModuleShowing('m1', 'unknown')];
    expect(faults(aContent({ modules, forms: [twice] }))).toEqual([
      'forms.0.pages: Question q stands twice',
      'modules: A step shows form unknown, which is not among forms',
    ]);
  });

  it('has the usual functions switched on, and is not open, where nothing is said', () => {
    const { functions: _, open: __, ...rest } = aContent();
    expect(content.parse(rest)).toMatchObject({ functions: usualFunctions, open: false });
  });

  it.each(['http://1177.se', 'javascript:alert(1)', 'data:text/html,x', '//1177.se', 'x'])(
    'links to nothing but https, so not to %s',
    (href) => {
      const linking = (to: string) =>
        aContent({ modules: [aModule('m1', [aStep('s', [{ type: 'link', text: 'Mer', href: to }])])] });
      expect(faults(linking('https://1177.se/'))).toEqual([]);
      expect(faults(linking(href))).toHaveLength(1);
    },
  );
});
