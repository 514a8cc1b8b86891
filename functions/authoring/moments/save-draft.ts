import { isDeepStrictEqual } from 'node:util';
import { assertRemovalsSaid, type Parts } from '../../../shared/domain/content/left-out.ts';
import { type ModuleOutline, type StepRef, stepsOf } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Content, ContentModule } from '../../../shared/domain/moment/content.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import type { Change } from '../../../shared/persistence/engine/change.ts';
import { mostChanges } from '../../../shared/persistence/engine/transaction-limits.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { type Kept, keptForm, keptStep } from '../content-changes.ts';
import { composeSave, outlineChange, replacedHead } from '../draft-part-changes.ts';
import { mediaDemands } from '../media-demands.ts';
import { formWarnings } from '../shared-form-warnings.ts';
import { formsTo, modulesTo } from '../whole-draft-changes.ts';
import { saveDraft as contract } from './contracts.ts';

/** Somewhat under what a transaction takes, so that a save never fails for the items that go with it. */
const mostWritten = mostChanges - 2;

interface Laid {
  readonly module: ModuleOutline;
  readonly steps: readonly Kept<StepRef>[];
}

const lay = (momentId: string, { moduleId, title, sections }: ContentModule): Laid => {
  const laid = sections.map(({ sectionId, title: name, steps }) => ({
    sectionId,
    title: name,
    steps: steps.map((one) => keptStep(momentId, one)),
  }));
  const module = {
    moduleId,
    title,
    sections: laid.map((section) => ({ ...section, steps: section.steps.map(({ ref }) => ref) })),
  };
  return { module, steps: laid.flatMap(({ steps }) => steps) };
};

/** Contents that nothing in the draft points at yet; what is there already is not written again. */
const newContents = (draft: Draft, kept: readonly Kept<{ readonly digest: string }>[]): Change[] => {
  const known = new Set([
    ...draft.modules.flatMap(({ value }) => stepsOf(value.module).map(({ digest }) => digest)),
    ...draft.forms.map(({ value }) => value.form.digest),
  ]);
  const wanted = new Map(kept.map((one) => [one.ref.digest, one.content]));
  return [...wanted].filter(([digest]) => !known.has(digest)).map(([, content]) => content);
};

const partsTo = (draft: Draft, content: Content) => {
  const { momentId } = draft.head.value;
  const laid = content.modules.map((module) => lay(momentId, module));
  const forms = content.forms.map((form) => keptForm(momentId, form));
  const { modules: _, forms: __, ...rest } = content;
  const outline = { ...rest, moduleIds: content.modules.map(({ moduleId }) => moduleId) };
  const outlined = isDeepStrictEqual(draft.outline.value.outline, outline)
    ? []
    : [outlineChange(draft.head.value, draft.outline, outline)];
  const inModules = modulesTo(
    draft,
    laid.map(({ module }) => module),
  );
  const inForms = formsTo(
    draft,
    forms.map(({ ref }) => ref),
  );
  return {
    modules: laid.map(({ module }) => module),
    parts: [...outlined, ...inModules.written, ...inModules.gone, ...inForms.written, ...inForms.gone],
    contents: newContents(draft, [...laid.flatMap(({ steps }) => steps), ...forms]),
  };
};

/** Of modules that go, what is in them goes too; of those that stay, it must be said. */
const assertNothingForgotten = ({ modules, forms }: Draft, after: Content, said: Parts | undefined): void => {
  const stays = new Set(after.modules.map(({ moduleId }) => moduleId));
  const staying = modules.map(({ value }) => value.module).filter(({ moduleId }) => stays.has(moduleId));
  const sections = after.modules.flatMap((module) => module.sections);
  assertRemovalsSaid(
    {
      moduleIds: modules.map(({ value }) => value.module.moduleId),
      sectionIds: staying.flatMap((module) => module.sections.map(({ sectionId }) => sectionId)),
      stepIds: staying.flatMap(stepsOf).map(({ stepId }) => stepId),
      formIds: forms.map(({ value }) => value.form.formId),
    },
    {
      moduleIds: [...stays],
      sectionIds: sections.map(({ sectionId }) => sectionId),
      stepIds: sections.flatMap(({ steps }) => steps).map(({ stepId }) => stepId),
      formIds: after.forms.map(({ formId }) => formId),
    },
    said,
  );
};

export const saveDraft = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.draft(params.momentId)),
  subject: ({ head }) => momentSubject(head),
  decide(draft, request) {
    const { content, removed } = request.body;
    assertEditable(draft.head.value);
    assertNothingForgotten(draft, content, removed);
    const { modules, parts, contents } = partsTo(draft, content);
    const { title, kind } = content;
    const demands = mediaDemands(
      draft.head.value.momentId,
      draft.modules.map(({ value }) => value.module),
      modules,
    );
    const { answer, changes } = composeSave(
      draft.head,
      replacedHead(draft.head, { title, kind }),
      { act: 'draft-replaced', parts, with: [...contents, ...demands] },
      request,
    );
    if (changes.length > mostWritten)
      throw new Problem('payload-too-large', [
        {
          pointer: '/body/content',
          ...authoringSayings['draft-too-large'](mostWritten),
        },
      ]);
    return {
      body: { ...answer, warnings: formWarnings(modules, content.forms) },
      version: draft.head.version + 1,
      changes,
    };
  },
});

export const handler = httpHandler(saveDraft);
