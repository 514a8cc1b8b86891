import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptForm } from '../../../../functions/authoring/contents.ts';
import type { Block } from '../../../../shared/domain/content/block.ts';
import type { Content } from '../../../../shared/domain/content/content.ts';
import type { Finding } from '../../../../shared/domain/content/finding.ts';
import type { Form } from '../../../../shared/domain/form/form.ts';
import type { Media } from '../../../../shared/domain/media/media.ts';
import { type CheckedDraft, publishCheck } from '../../../../shared/domain/moment/publish-check.ts';
import { aContent, aModule, aModuleShowing, aStep } from '../content-examples.ts';
import { aChoice, ofQuestions } from '../form/form-examples.ts';
import { aMedia } from '../media/media-examples.ts';
import { laid, publishedFrom } from './edited-drafts.ts';

const mediaId = (at: number) => `00000000-0000-7000-8000-00000000000${at}`;
const paragraph: Block = { type: 'paragraph', text: [{ text: 'Text' }] };
const document = (at: number): Block => ({ type: 'document', mediaId: mediaId(at), title: 'Bilaga' });
const scoredBy = (from: number, formId = 'scored'): Form => ({
  ...ofQuestions([aChoice('q', [from, from + 1])], {
    questionIds: ['q'],
    bands: [{ from, to: from + 1, label: 'Alla' }],
  }),
  formId,
});

interface Draft {
  readonly content: Content;
  readonly media: readonly Media[];
  readonly latest?: Content;
  /** Ids in the outline beside those of the modules, and those left out of it. */
  readonly ghosts?: readonly string[];
  readonly forgotten?: readonly string[];
}

const checkedOf = ({ content, media, latest, ghosts = [], forgotten = [] }: Draft): CheckedDraft => {
  const { modules, forms, ...said } = content;
  const listed = modules.map(({ moduleId }) => moduleId).filter((id) => !forgotten.includes(id));
  return {
    outline: { ...said, moduleIds: [...listed, ...ghosts] },
    modules: modules.map(laid),
    forms: forms.map((form) => keptForm('m', form).ref),
    media,
    latest: latest && publishedFrom(latest),
  };
};

const inWords = ({ level, code, pointer }: Finding) => `${level} ${code} ${pointer}`;
const found = (draft: Draft): string[] => publishCheck(checkedOf(draft)).map(inWords).toSorted();

/** Nothing is wrong with it. */
const sound: Draft = {
  content: aContent({ modules: [aModule('m1', [aStep('s1', [paragraph])])] }),
  media: [],
};

const withModule = (
  draft: Draft,
  module: Content['modules'][number],
  forms: readonly Form[] = [],
): Draft => ({
  ...draft,
  content: {
    ...draft.content,
    modules: [...draft.content.modules, module],
    forms: [...draft.content.forms, ...forms],
  },
});
const withMedium = (draft: Draft, at: number, more: Partial<Media> | undefined): Draft => ({
  ...withModule(draft, aModule(`media${at}`, [aStep(`media${at}-step`, [document(at)])])),
  media: [...draft.media, ...(more ? [aMedia({ kind: 'document', mediaId: mediaId(at), ...more })] : [])],
});
const inMedia = (at: number) => `/modules/media${at}/steps/media${at}-step`;

/** Each spoils a draft in one way and says what the check must then find. Any of them can go together. */
const faults: readonly (readonly [string, (draft: Draft) => Draft, readonly string[]])[] = [
  [
    'no welcome text',
    (draft) => ({ ...draft, content: { ...draft.content, welcome: '' } }),
    ['error welcome-missing /outline/welcome'],
  ],
  [
    'a module that is not there',
    (draft) => ({ ...draft, ghosts: ['ghost'] }),
    ['error module-unknown /outline/moduleIds'],
  ],
  [
    'a module nobody reaches',
    (draft) => ({
      ...withModule(draft, aModule('lost', [aStep('lost-step', [paragraph])])),
      forgotten: ['lost'],
    }),
    ['error steps-unreachable /modules/lost'],
  ],
  [
    'a module without steps',
    (draft) => withModule(draft, aModule('bare', [])),
    ['error module-empty /modules/bare'],
  ],
  [
    'a section without steps',
    (draft) =>
      withModule(draft, {
        ...aModule('half', [aStep('half-step', [paragraph])]),
        sections: [
          ...aModule('half', [aStep('half-step', [paragraph])]).sections,
          { sectionId: 'half-empty', title: 'Tomt', steps: [] },
        ],
      }),
    ['error section-empty /modules/half/sections/half-empty'],
  ],
  [
    'an empty step and what a step lacks',
    (draft) =>
      withModule(
        { ...draft, media: [...draft.media, aMedia({ mediaId: mediaId(9), state: 'available' })] },
        aModule('poor', [
          aStep('poor-empty'),
          aStep('poor-image', [paragraph, { type: 'image', mediaId: mediaId(9) }]),
        ]),
      ),
    [
      'error alternative-text-missing /modules/poor/steps/poor-image/blocks/1',
      'error step-empty /modules/poor/steps/poor-empty',
    ],
  ],
  [
    'a form that is not there',
    (draft) => withModule(draft, aModuleShowing('asking', 'nowhere')),
    ['error form-unknown /modules/asking/steps/asking-step'],
  ],
  [
    'a form no step shows',
    (draft) => ({
      ...draft,
      content: { ...draft.content, forms: [...draft.content.forms, scoredBy(0, 'unseen')] },
    }),
    ['advice form-unplaced /forms/unseen'],
  ],
  [
    'a form in two modules',
    (draft) =>
      withModule(withModule(draft, aModuleShowing('one', 'twice')), aModuleShowing('two', 'twice'), [
        scoredBy(0, 'twice'),
      ]),
    ['advice form-shared /forms/twice'],
  ],
  [
    'scores that mean something else than before',
    (draft) => ({
      ...withModule(draft, aModuleShowing('rating', 'scored'), [scoredBy(2)]),
      latest: aContent({ forms: [scoredBy(0)] }),
    }),
    ['advice scoring-changed /forms/scored/scoring'],
  ],
  ['a file that is gone', (draft) => withMedium(draft, 1, undefined), [`error media-unknown ${inMedia(1)}`]],
  [
    'one that was rejected',
    (draft) => withMedium(draft, 2, { state: 'rejected' }),
    [`error media-unknown ${inMedia(2)}`],
  ],
  [
    'one that is still checked',
    (draft) => withMedium(draft, 3, { state: 'scanning' }),
    [`error media-not-ready ${inMedia(3)}`],
  ],
  [
    'one that takes long to fetch',
    (draft) => withMedium(draft, 4, { state: 'available', bytes: 20_000_000 }),
    [`advice media-large ${inMedia(4)}`],
  ],
];

describe('AUT-9 the publish check', () => {
  it('finds nothing in a draft that is as it should be', () => {
    expect(found(sound)).toEqual([]);
  });

  it.each(faults)('finds %s, and says where', (_, spoil, expected) => {
    expect(found(spoil(sound))).toEqual(expected);
  });

  it('finds everything at once, whatever is wrong', () => {
    fc.assert(
      fc.property(fc.subarray([...faults]), (some) => {
        const spoilt = some.reduce((draft, [, spoil]) => spoil(draft), sound);
        expect(found(spoilt)).toEqual(some.flatMap(([, , expected]) => expected).toSorted());
      }),
    );
  });

  it('finds all there is in a moment without modules', () => {
    expect(found({ content: aContent({ modules: [] }), media: [] })).toEqual([
      'error no-modules /outline/moduleIds',
    ]);
  });

  it('lets no form into an open moment, for nobody follows its answers (PUB-8)', () => {
    const modules = [aModuleShowing('asking', 'scored')];
    const draft = { content: aContent({ modules, forms: [scoredBy(0)] }), media: [] };
    expect(found(draft)).toEqual([]);
    expect(found({ ...draft, content: { ...draft.content, open: true } })).toEqual([
      'error form-in-open-moment /modules/asking/steps/asking-step',
    ]);
  });

  it('says of everything how to mend it', () => {
    const all = faults.reduce((draft, [, spoil]) => spoil(draft), sound);
    for (const { detail } of publishCheck(checkedOf(all))) expect(detail.length).toBeGreaterThan(10);
  });
});
