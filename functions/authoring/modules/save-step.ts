import { putStep, stepIn } from '../../../shared/domain/content/place-step.ts';
import { formIdsIn } from '../../../shared/domain/content/step.ts';
import { found } from '../../../shared/domain/found.ts';
import type { DraftModule } from '../../../shared/domain/moment/draft.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { keptStep } from '../content-changes.ts';
import { composeSave, moduleChange, touchedHead } from '../draft-part-changes.ts';
import { mediaDemands } from '../media-demands.ts';
import { loadModule, partSubject } from '../part-loading.ts';
import { draftWarnings } from '../shared-form-warnings.ts';
import { saveStep as contract } from './contracts.ts';

interface Loaded {
  readonly head: Stored<Moment>;
  readonly module: Stored<DraftModule>;
  /** Where other modules' forms are; read only for a step that shows one, to warn where they share it (AUT-5). */
  readonly draft: Draft | undefined;
}

const inDraft = (draft: Draft, moduleId: string): Loaded => ({
  head: draft.head,
  module: found(draft.modules.find(({ value }) => value.module.moduleId === moduleId)),
  draft,
});

export const saveStep = writeUseCase(contract, {
  async load({ moments }, { params, body }): Promise<Loaded> {
    if (formIdsIn(body).length === 0) return { ...(await loadModule(moments, params)), draft: undefined };
    return inDraft(found(await moments.draft(params.momentId)), params.moduleId);
  },
  subject: ({ head, module }, { params: { moduleId, stepId } }) =>
    partSubject(head, module, { moduleId, stepId }),
  decide({ head, module, draft }, request) {
    const { params, body } = request;
    const { momentId, stepId } = params;
    const { sectionId, at, ...content } = body;
    const before = module.value.module;
    const { ref, content: kept } = keptStep(momentId, { stepId, ...content });
    const after = putStep(before, ref, { sectionId, at });
    const contents = stepIn(before, stepId)?.digest === ref.digest ? [] : [kept];
    const { answer, changes } = composeSave(
      head,
      touchedHead(head),
      {
        act: 'step-saved',
        parts: [moduleChange(head.value, module, after)],
        with: [...contents, ...mediaDemands(momentId, [before], [after])],
      },
      request,
    );
    return {
      body: { ...answer, warnings: draft ? draftWarnings(draft, after) : [] },
      version: module.version + 1,
      changes,
    };
  },
});

export const handler = httpHandler(saveStep);
