import type { Finding } from '../content/finding.ts';
import { type ModuleOutline, sharedForms, stepsOf } from '../content/module-outline.ts';
import { mostForms, type Outline } from '../content/outline.ts';
import { largeFileAdvice } from '../media/large-file-advice.ts';
import type { Media } from '../media/media.ts';
import { mostWords, wordBeyondSearch } from './catalogue-words.ts';
import type { FormRef } from './draft.ts';
import type { DraftBasis } from './draft-basis.ts';

/** What is checked: where everything is, and what is known of each part without reading it. */
export interface CheckedDraft {
  readonly outline: Outline;
  readonly modules: readonly ModuleOutline[];
  readonly forms: readonly FormRef[];
  /** All media of the moment. */
  readonly media: readonly Media[];
  /** The version that the draft goes on from. */
  readonly basis: DraftBasis['published'] | undefined;
}

const error = (code: Finding['code'], pointer: string, detail: string): Finding => ({
  ...{ code, pointer, detail },
  level: 'error',
});
const advice = (code: Finding['code'], pointer: string, detail: string): Finding => ({
  ...{ code, pointer, detail },
  level: 'advice',
});
const within = (pointer: string, findings: readonly Finding[]): Finding[] =>
  findings.map((one) => ({ ...one, pointer: pointer + one.pointer }));

const outlineFindings = ({ outline, modules }: CheckedDraft): Finding[] => {
  const there = new Set(modules.map(({ moduleId }) => moduleId));
  const unfound = wordBeyondSearch(outline.title);
  return [
    ...(unfound === undefined
      ? []
      : [
          advice(
            'title-longer-than-search',
            '/outline/title',
            `A search finds the first ${mostWords} words of a title: say what matters before “${unfound}”`,
          ),
        ]),
    ...(outline.welcome === '' ? [error('welcome-missing', '/outline/welcome', 'Write a welcome text')] : []),
    ...(outline.moduleIds.length === 0
      ? [error('no-modules', '/outline/moduleIds', 'Add at least one module')]
      : []),
    ...outline.moduleIds
      .filter((moduleId) => !there.has(moduleId))
      .map((moduleId) =>
        error(
          'module-unknown',
          '/outline/moduleIds',
          `There is no module ${moduleId}: add it or take it out`,
        ),
      ),
  ];
};

const moduleFindings = (module: ModuleOutline, { moduleIds }: Outline): Finding[] => {
  const at = `/modules/${module.moduleId}`;
  const empty = module.sections.filter(({ steps }) => steps.length === 0);
  return [
    ...(moduleIds.includes(module.moduleId)
      ? []
      : [error('steps-unreachable', at, 'The module is not in the outline, so nobody reaches its steps')]),
    ...(stepsOf(module).length === 0
      ? [error('module-empty', at, 'Add at least one section with one step')]
      : empty.map(({ sectionId }) =>
          error('section-empty', `${at}/sections/${sectionId}`, 'Add a step, or delete the section'),
        )),
    ...stepsOf(module).flatMap(({ stepId, findings }) => within(`${at}/steps/${stepId}`, findings)),
  ];
};

/** Progress is counted, and sections are shown and hidden, by these ids in all of the moment (CARE-3, CARE-4). */
const idFindings = ({ modules }: CheckedDraft): Finding[] => {
  const steps = modules.flatMap((module) =>
    stepsOf(module).map(({ stepId: id }) => ({ id, at: `/modules/${module.moduleId}/steps/${id}` })),
  );
  const sections = modules.flatMap(({ moduleId, sections: own }) =>
    own.map(({ sectionId: id }) => ({ id, at: `/modules/${moduleId}/sections/${id}` })),
  );
  const again = (places: readonly { id: string; at: string }[]) =>
    places.filter(({ id }, at) => places.findIndex((other) => other.id === id) !== at);
  return [
    ...again(sections).map(({ id, at }) =>
      error('section-id-twice', at, `Another section has the id ${id}: give this one another`),
    ),
    ...again(steps).map(({ id, at }) =>
      error('step-id-twice', at, `Another step has the id ${id}: copy this one and delete it`),
    ),
  ];
};

const placedForms = ({ modules }: CheckedDraft) =>
  modules.flatMap((module) =>
    stepsOf(module).flatMap(({ stepId, formIds }) =>
      formIds.map((formId) => ({ formId, at: `/modules/${module.moduleId}/steps/${stepId}` })),
    ),
  );

/** Where forms stand, and where they do not. */
const placeFindings = (draft: CheckedDraft): Finding[] => {
  const { forms, modules, outline } = draft;
  const placed = placedForms(draft);
  const known = new Set(forms.map(({ formId }) => formId));
  const shown = new Set(placed.map(({ formId }) => formId));
  const ordinary = new Set(forms.filter(({ kind }) => kind === 'ordinary').map(({ formId }) => formId));
  return [
    ...placed
      .filter(({ formId }) => !known.has(formId))
      .map(({ formId, at }) =>
        error('form-unknown', at, `There is no form ${formId}: make it or take it out`),
      ),
    ...placed
      .filter(() => outline.open)
      .map(({ at }) =>
        error('form-in-open-moment', at, 'Nobody follows the answers in an open moment: take the form out'),
      ),
    ...forms
      .filter(({ formId }) => !shown.has(formId))
      .map(({ formId }) => advice('form-unplaced', `/forms/${formId}`, 'No step shows this form')),
    ...sharedForms(modules)
      .filter(({ formId }) => ordinary.has(formId))
      .map(({ formId, modules: places }) =>
        advice(
          'form-shared',
          `/forms/${formId}`,
          `Modules ${places.join(', ')} share its answers: copy the form where they should not`,
        ),
      ),
  ];
};

/** What is found in the forms themselves. */
const formFindings = ({ forms, basis }: CheckedDraft): Finding[] => {
  const before = new Map(basis?.forms.map((form) => [form.formId, form]));
  return [
    ...(forms.length > mostForms
      ? [
          error(
            'too-many-forms',
            '/forms',
            `A moment has at most ${mostForms} forms: delete some, or divide it`,
          ),
        ]
      : []),
    ...forms
      .filter(({ kind }) => kind !== 'ordinary')
      .map(({ formId }) =>
        error(
          'form-kind-unsupported',
          `/forms/${formId}/kind`,
          'Nobody can answer tab and calendar forms yet: make it an ordinary form, or take it out',
        ),
      ),
    ...forms.flatMap(({ formId, findings }) => within(`/forms/${formId}`, findings)),
    ...forms
      .filter(({ formId, scoring }) => before.has(formId) && before.get(formId)?.scoring !== scoring)
      .map(({ formId }) =>
        advice(
          'scoring-changed',
          `/forms/${formId}/scoring`,
          `Scores can no longer be compared with those of version ${basis?.momentVersion}`,
        ),
      ),
  ];
};

const mediumFindings = (mediaId: string, at: string, draft: CheckedDraft): Finding[] => {
  const medium = draft.media.find((one) => one.mediaId === mediaId);
  if (!medium || medium.state === 'rejected')
    return [
      error('media-unknown', at, `There is no usable file ${medium?.fileName ?? mediaId}: upload it again`),
    ];
  if (medium.state !== 'available')
    return [error('media-not-ready', at, `${medium.fileName} is not uploaded and checked yet`)];
  const slow = largeFileAdvice(medium);
  return slow
    ? [advice('media-large', at, `${slow.seconds} s to fetch on a slow line. ${slow.advice.en}`)]
    : [];
};

const mediaFindings = (draft: CheckedDraft): Finding[] =>
  draft.modules.flatMap((module) =>
    stepsOf(module).flatMap(({ stepId, mediaIds }) =>
      mediaIds.flatMap((mediaId) =>
        mediumFindings(mediaId, `/modules/${module.moduleId}/steps/${stepId}`, draft),
      ),
    ),
  );

/** Everything that keeps a draft from the publisher, and everything that could be better, in one list (AUT-9, AUT-2, MED-5). */
export const publishCheck = (draft: CheckedDraft): Finding[] => [
  ...outlineFindings(draft),
  ...draft.modules.flatMap((module) => moduleFindings(module, draft.outline)),
  ...idFindings(draft),
  ...formFindings(draft),
  ...placeFindings(draft),
  ...mediaFindings(draft),
];
