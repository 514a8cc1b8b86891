import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { mostModules } from '../../../shared/domain/content/outline.ts';
import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { composeSave, moduleChange, outlineChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { draftWarnings } from '../shared-form-warnings.ts';
import { addModule as contract } from './contracts.ts';

/** The same contents under ids of their own: what somebody does in the copy is not done in what was copied. */
const copied = ({ sections }: ModuleOutline, newId: () => string): ModuleOutline['sections'] =>
  sections.map(({ title, steps }) => ({
    sectionId: newId(),
    title,
    steps: steps.map((step) => ({ ...step, stepId: newId() })),
  }));

const moduleIn = ({ modules }: Draft, moduleId: string): ModuleOutline | undefined =>
  modules.find(({ value }) => value.module.moduleId === moduleId)?.value.module;

const assertMayBeAdded = ({ outline }: Draft, moduleId: string): void => {
  const { moduleIds } = outline.value.outline;
  if (moduleIds.includes(moduleId))
    throw new Problem('already-exists', [
      { pointer: '/body/moduleId', ...authoringSayings['module-id-taken'] },
    ]);
  if (moduleIds.length >= mostModules)
    throw new Problem('payload-too-large', [
      { pointer: '/body', ...authoringSayings['too-many-modules'](mostModules) },
    ]);
};

const sourceIn = (draft: Draft, moduleId: string): ModuleOutline => {
  const source = moduleIn(draft, moduleId);
  if (source) return source;
  throw new Problem('validation-failed', [
    { pointer: '/body/copyOf', ...authoringSayings['module-missing'](moduleId) },
  ]);
};

export const addModule = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.draft(params.momentId)),
  subject: ({ head, outline }) => partSubject(head, outline),
  decide(draft, request) {
    const { body, newId } = request;
    const { head, outline } = draft;
    const moduleId = body.moduleId ?? newId();
    assertMayBeAdded(draft, moduleId);
    const sections = body.copyOf === undefined ? [] : copied(sourceIn(draft, body.copyOf), newId);
    const module = { moduleId, title: body.title, sections };
    const { moduleIds } = outline.value.outline;
    const placed = moduleIds.toSpliced(body.at ?? moduleIds.length, 0, moduleId);
    const parts = [
      outlineChange(head.value, outline, { ...outline.value.outline, moduleIds: placed }),
      moduleChange(head.value, undefined, module),
    ];
    const { answer, changes } = composeSave(head, touchedHead(head), { act: 'module-added', parts }, request);
    return {
      body: { ...answer, moduleId, warnings: draftWarnings(draft, module) },
      version: outline.version + 1,
      resource: { moduleId },
      changes,
    };
  },
});

export const handler = httpHandler(addModule);
