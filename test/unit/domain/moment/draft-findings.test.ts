import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodProgramme } from '../../../../infra/local/demo/facts/content.ts';
import type { KeptFinding } from '../../../../shared/domain/content/finding.ts';
import { usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';
import type { FormRef } from '../../../../shared/domain/moment/draft.ts';
import { type CheckedDraft, draftFindings } from '../../../../shared/domain/moment/draft-findings.ts';
import { aLaidModule, anyModule, aRef } from '../content/module-examples.ts';
import { aMedia } from '../media/media-examples.ts';
import { candidateFrom, laid, publishedFrom } from './edited-drafts.ts';

const aFormRef = (formId: string, more: Partial<FormRef> = {}): FormRef => ({
  ...{ formId, title: 'Skattning', kind: 'ordinary', digest: 'd', structure: 's', findings: [] },
  ...more,
});

const outline = (...moduleIds: string[]): CheckedDraft['outline'] => ({
  ...{
    title: 'Ett moment',
    kind: 'course',
    welcome: 'Hej',
    functions: usualFunctions,
    open: false,
    openedByPractitioner: [],
  },
  moduleIds,
});

const sound: CheckedDraft = {
  outline: outline('m'),
  modules: [aLaidModule('m', [aRef('s')])],
  forms: [],
  media: [],
  basis: undefined,
};

const lines = (draft: Partial<CheckedDraft>): string[] =>
  draftFindings({ ...sound, ...draft }).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`);

/** Another module, whose section and step are its own. */
const other = (moduleId: string, ...steps: ReturnType<typeof aRef>[]) => ({
  ...aLaidModule(moduleId),
  sections: [{ sectionId: 'z', title: 'Avsnitt', steps }],
});
const showing = (...formIds: string[]) => [aLaidModule('m', [aRef('s', { formIds })])];
const withMedium = (mediaId: string) => [aLaidModule('m', [aRef('s', { mediaIds: [mediaId] })])];
const medium = aMedia({ state: 'available' });

describe('AUT-9 the publish check', () => {
  it('says nothing of a sound draft, and of the demo’s only what it means to say', () => {
    expect(lines({})).toEqual([]);
    const { forms } = candidateFrom(moodProgramme);
    const { modules, forms: _, ...said } = moodProgramme;
    const draft = {
      outline: { ...said, moduleIds: modules.map(({ moduleId }) => moduleId) },
      ...{ modules: modules.map(laid), forms, media: [], basis: undefined },
    };
    expect(draftFindings(draft).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each<[string, Partial<CheckedDraft>, string[]]>([
    [
      'a welcome text (AUT-1)',
      { outline: { ...outline('m'), welcome: '' } },
      ['error welcome-missing /outline/welcome'],
    ],
    [
      'somebody to open modules of an open moment (CARE-3, PUB-8)',
      { outline: { ...outline('m'), open: true, openedByPractitioner: ['m'] } },
      ['error nobody-opens-modules /outline/openedByPractitioner'],
    ],
    ['any module (AUT-1)', { outline: outline(), modules: [] }, ['error no-modules /outline/moduleIds']],
    [
      'a module that the outline names',
      { outline: outline('m', 'gone') },
      ['error module-unknown /outline/moduleIds'],
    ],
    [
      'a way to a module',
      { modules: [...sound.modules, other('hidden', aRef('t'))] },
      ['error steps-unreachable /modules/hidden'],
    ],
    ['steps in a module', { modules: [aLaidModule('m', [])] }, ['error module-empty /modules/m']],
    [
      'steps in a section',
      { modules: [aLaidModule('m', [aRef('s')], [])] },
      ['error section-empty /modules/m/sections/b'],
    ],
    ['a form that a step shows', { modules: showing('f') }, ['error form-unknown /modules/m/steps/s']],
    [
      'a form that is to stay open in maintenance (CARE-2)',
      { outline: { ...outline('m'), maintenance: { messages: true, formIds: ['f'] } } },
      ['error maintenance-form-unknown /outline/maintenance/formIds'],
    ],
    [
      'messages that are to stay open in maintenance (CARE-2)',
      {
        outline: {
          ...outline('m'),
          functions: { ...usualFunctions, messages: false },
          maintenance: { messages: true, formIds: [] },
        },
      },
      ['error maintenance-without-messages /outline/maintenance/messages'],
    ],
    [
      'a file that a step shows',
      { modules: withMedium(medium.mediaId) },
      ['error media-unknown /modules/m/steps/s'],
    ],
  ])('finds that it lacks %s', (_, draft, found) => {
    expect(lines(draft)).toEqual(found);
  });

  it('finds ids that stand twice in the moment, of steps and of sections', () => {
    const modules = [
      aLaidModule('m', [aRef('s')], [aRef('t')]),
      aLaidModule('n', [aRef('t'), aRef('u')], [aRef('s')]),
    ];
    expect(lines({ outline: outline('m', 'n'), modules })).toEqual([
      'error section-id-twice /modules/n/sections/a',
      'error section-id-twice /modules/n/sections/b',
      'error step-id-twice /modules/n/steps/t',
      'error step-id-twice /modules/n/steps/s',
    ]);
  });

  it('finds nothing twice in a module of its own, however it is laid', () => {
    fc.assert(
      fc.property(anyModule, (module) => {
        const codes = draftFindings({ ...sound, modules: [module] }).map(({ code }) => code);
        expect(codes.filter((code) => code.endsWith('twice'))).toEqual([]);
      }),
    );
  });

  it('tells what was found in steps and forms, with where', () => {
    const found: KeptFinding = { code: 'step-empty', level: 'error', pointer: '/blocks/2', facts: [] };
    const modules = [aLaidModule('m', [aRef('s', { findings: [found], formIds: ['f'] })])];
    const forms = [
      aFormRef('f', {
        findings: [{ ...found, code: 'question-unreachable', pointer: '/pages/0', facts: ['q', 'asked'] }],
      }),
    ];
    expect(lines({ modules, forms })).toEqual([
      'error step-empty /modules/m/steps/s/blocks/2',
      'error question-unreachable /forms/f/pages/0',
    ]);
  });

  it('tells all of it in one answer, each with how to mend it', () => {
    const all = draftFindings({
      ...{ outline: { ...outline('m', 'gone'), welcome: '', open: true }, forms: [aFormRef('g')] },
      ...{ modules: [aLaidModule('m', [aRef('s', { formIds: ['f'], mediaIds: ['x'] })], [])] },
      ...{ media: [], basis: undefined },
    });
    expect(all.map(({ code }) => code).toSorted()).toEqual([
      ...['form-in-open-moment', 'form-unknown', 'form-unplaced', 'media-unknown', 'module-unknown'],
      ...['section-empty', 'welcome-missing'],
    ]);
    for (const { detail } of all) for (const text of [detail.sv, detail.en]) expect(text).toMatch(/\S+ .*\S/);
  });
});

describe('AUT-5 AUT-9 forms in the publish check', () => {
  it('are advised on where no step shows them', () => {
    expect(lines({ forms: [aFormRef('f')] })).toEqual(['advice form-unplaced /forms/f']);
  });

  it('are too many from the hundred and first on', () => {
    const many = (count: number) => ({ forms: Array.from({ length: count }, (_, at) => aFormRef(`f${at}`)) });
    expect(lines(many(100))).not.toContain('error too-many-forms /forms');
    expect(lines(many(101))).toContain('error too-many-forms /forms');
  });

  const twice = {
    outline: outline('m', 'n'),
    modules: [aLaidModule('m', [aRef('s', { formIds: ['f'] })]), other('n', aRef('t', { formIds: ['f'] }))],
  };

  it('are advised on where modules share an ordinary one’s answers', () => {
    expect(lines({ ...twice, forms: [aFormRef('f')] })).toEqual(['advice form-shared /forms/f']);
  });

  it.each(['tab', 'calendar'] as const)('are not where a %s form keeps an answer for each time', (kind) => {
    expect(lines({ ...twice, forms: [aFormRef('f', { kind })] })).not.toContain(
      'advice form-shared /forms/f',
    );
  });

  it.each(['tab', 'calendar'] as const)('are published as %s forms (CARE-6)', (kind) => {
    expect(lines({ modules: showing('f'), forms: [aFormRef('f', { kind })] })).toEqual([]);
  });

  it('do not stand in an open moment (PUB-8)', () => {
    const open = { ...outline('m'), open: true };
    expect(lines({ outline: open, modules: showing('f'), forms: [aFormRef('f')] })).toEqual([
      'error form-in-open-moment /modules/m/steps/s',
    ]);
  });

  it.each([
    ['changed', 'other', ['advice scoring-changed /forms/f/scoring']],
    ['gone', undefined, ['advice scoring-changed /forms/f/scoring']],
    ['the same', 'was', []],
  ])('are told whose scoring is %s since the latest version', (_, scoring, found) => {
    const basis = { ...publishedFrom(moodProgramme), forms: [aFormRef('f', { scoring: 'was' })] };
    const now = aFormRef('f', scoring === undefined ? {} : { scoring });
    expect(lines({ modules: showing('f'), forms: [now], basis })).toEqual(found);
  });

  it('are told nothing of scoring before there is a version', () => {
    expect(lines({ modules: showing('f'), forms: [aFormRef('f', { scoring: 'now' })] })).toEqual([]);
  });
});

describe('AUT-9 MED-4 MED-5 files in the publish check', () => {
  it.each([
    ['awaiting-upload', ['error media-not-ready /modules/m/steps/s']],
    ['scanning', ['error media-not-ready /modules/m/steps/s']],
    ['rejected', ['error media-unknown /modules/m/steps/s']],
    ['available', []],
  ] as const)('that are %s', (state, found) => {
    expect(lines({ modules: withMedium(medium.mediaId), media: [{ ...medium, state }] })).toEqual(found);
  });

  it('that are large for a slow line are advised on', () => {
    const large = { ...medium, bytes: 9_000_000 };
    expect(lines({ modules: withMedium(medium.mediaId), media: [large] })).toEqual([
      'advice media-large /modules/m/steps/s',
    ]);
  });

  it('that no step shows are not asked for', () => {
    expect(lines({ media: [{ ...medium, state: 'rejected' }] })).toEqual([]);
  });
});
