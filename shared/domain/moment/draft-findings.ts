import { type Finding, type KeptFinding, worded } from '../content/finding.ts';
import { type ModuleOutline, sharedForms, stepsOf } from '../content/module-outline.ts';
import { mostForms, type Outline } from '../content/outline.ts';
import { largeFileAdvice } from '../media/large-file-advice.ts';
import type { Media } from '../media/media.ts';
import { findingSayings } from '../sayings/finding-sayings.ts';
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

type FindingSaid = Pick<Finding, 'code' | 'detail'>;

const error = (pointer: string, said: FindingSaid): Finding => ({ ...said, level: 'error', pointer });
const advice = (pointer: string, said: FindingSaid): Finding => ({ ...said, level: 'advice', pointer });
const within = (pointer: string, findings: readonly KeptFinding[]): Finding[] =>
  findings.map((one) => worded({ ...one, pointer: pointer + one.pointer }));

const outlineFindings = ({ outline, modules }: CheckedDraft): Finding[] => {
  const there = new Set(modules.map(({ moduleId }) => moduleId));
  const unfound = wordBeyondSearch(outline.title);
  return [
    ...(unfound === undefined
      ? []
      : [advice('/outline/title', findingSayings['title-longer-than-search'](mostWords, unfound))]),
    ...(outline.welcome === '' ? [error('/outline/welcome', findingSayings['welcome-missing'])] : []),
    ...(outline.open && outline.openedByPractitioner.length > 0
      ? [error('/outline/openedByPractitioner', findingSayings['nobody-opens-modules'])]
      : []),
    ...(outline.moduleIds.length === 0 ? [error('/outline/moduleIds', findingSayings['no-modules'])] : []),
    ...outline.moduleIds
      .filter((moduleId) => !there.has(moduleId))
      .map((moduleId) => error('/outline/moduleIds', findingSayings['module-unknown'](moduleId))),
  ];
};

/** What is to stay open must be there (CARE-2). */
const maintenanceFindings = ({ outline, forms }: CheckedDraft): Finding[] => {
  const { messages = false, formIds = [] } = outline.maintenance ?? {};
  const known = new Set(forms.map(({ formId }) => formId));
  return [
    ...(messages && !outline.functions.messages
      ? [error('/outline/maintenance/messages', findingSayings['maintenance-without-messages'])]
      : []),
    ...formIds
      .filter((formId) => !known.has(formId))
      .map((formId) =>
        error('/outline/maintenance/formIds', findingSayings['maintenance-form-unknown'](formId)),
      ),
  ];
};

const moduleFindings = (module: ModuleOutline, { moduleIds }: Outline): Finding[] => {
  const at = `/modules/${module.moduleId}`;
  const empty = module.sections.filter(({ steps }) => steps.length === 0);
  return [
    ...(moduleIds.includes(module.moduleId) ? [] : [error(at, findingSayings['steps-unreachable'])]),
    ...(stepsOf(module).length === 0
      ? [error(at, findingSayings['module-empty'])]
      : empty.map(({ sectionId }) => error(`${at}/sections/${sectionId}`, findingSayings['section-empty']))),
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
    ...again(sections).map(({ id, at }) => error(at, findingSayings['section-id-twice'](id))),
    ...again(steps).map(({ id, at }) => error(at, findingSayings['step-id-twice'](id))),
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
      .map(({ formId, at }) => error(at, findingSayings['form-unknown'](formId))),
    ...placed.filter(() => outline.open).map(({ at }) => error(at, findingSayings['form-in-open-moment'])),
    ...forms
      .filter(({ formId }) => !shown.has(formId))
      .map(({ formId }) => advice(`/forms/${formId}`, findingSayings['form-unplaced'])),
    ...sharedForms(modules)
      .filter(({ formId }) => ordinary.has(formId))
      .map(({ formId, modules: places }) =>
        advice(`/forms/${formId}`, findingSayings['form-shared'](places)),
      ),
  ];
};

/** What is found in the forms themselves. */
const formFindings = ({ forms, basis }: CheckedDraft): Finding[] => {
  const before = new Map(basis?.forms.map((form) => [form.formId, form]));
  return [
    ...(forms.length > mostForms ? [error('/forms', findingSayings['too-many-forms'](mostForms))] : []),
    ...forms.flatMap(({ formId, findings }) => within(`/forms/${formId}`, findings)),
    ...forms
      .filter(({ formId, scoring }) => before.has(formId) && before.get(formId)?.scoring !== scoring)
      .map(({ formId }) =>
        advice(`/forms/${formId}/scoring`, findingSayings['scoring-changed'](basis?.momentVersion ?? '')),
      ),
  ];
};

const mediumFindings = (mediaId: string, at: string, draft: CheckedDraft): Finding[] => {
  const medium = draft.media.find((one) => one.mediaId === mediaId);
  if (!medium || medium.state === 'rejected')
    return [error(at, findingSayings['media-unknown'](medium?.fileName ?? mediaId))];
  if (medium.state !== 'available') return [error(at, findingSayings['media-not-ready'](medium.fileName))];
  const slow = largeFileAdvice(medium);
  return slow ? [advice(at, findingSayings['media-large'](slow.seconds, slow.advice))] : [];
};

const mediaFindings = (draft: CheckedDraft): Finding[] =>
  draft.modules.flatMap((module) =>
    stepsOf(module).flatMap(({ stepId, mediaIds }) =>
      mediaIds.flatMap((mediaId) =>
        mediumFindings(mediaId, `/modules/${module.moduleId}/steps/${stepId}`, draft),
      ),
    ),
  );

/** The publish check: everything that keeps a draft from the publisher, and everything that could be better, in one list (AUT-9, AUT-2, MED-5). */
export const draftFindings = (draft: CheckedDraft): Finding[] => [
  ...outlineFindings(draft),
  ...maintenanceFindings(draft),
  ...draft.modules.flatMap((module) => moduleFindings(module, draft.outline)),
  ...idFindings(draft),
  ...formFindings(draft),
  ...placeFindings(draft),
  ...mediaFindings(draft),
];
