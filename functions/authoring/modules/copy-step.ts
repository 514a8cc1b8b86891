import { placeStep } from '../../../shared/domain/content/place-step.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { composeSave, moduleChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { draftWarnings } from '../shared-form-warnings.ts';
import { copyStep as contract } from './contracts.ts';
import { assertNewStepId, stepBetweenModules, stepOf } from './step-between-modules.ts';

export const copyStep = writeUseCase(contract, {
  load: async ({ moments }, { params, body }) =>
    stepBetweenModules(await moments.draft(params.momentId), body),
  subject: ({ draft, target }, { body: { newStepId, to } }) =>
    partSubject(draft.head, target, { moduleId: to.moduleId, stepId: newStepId }),
  decide(between, request) {
    const { stepId, newStepId, to } = request.body;
    const { draft, target } = between;
    const { head } = draft;
    const copy = { ...stepOf(between, stepId), stepId: newStepId };
    assertNewStepId(draft, newStepId, '/body/newStepId');
    const after = placeStep(target.value.module, copy, to, '/body/to/sectionId');
    const parts = [moduleChange(head.value, target, after)];
    const { answer, changes } = composeSave(head, touchedHead(head), { act: 'step-copied', parts }, request);
    return {
      body: { ...answer, warnings: draftWarnings(draft, after) },
      version: target.version + 1,
      changes,
    };
  },
});

export const handler = httpHandler(copyStep);
