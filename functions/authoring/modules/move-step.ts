import { placeStep, stepIn, withoutStep } from '../../../shared/domain/content/place-step.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { composeSave, moduleChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { draftWarnings } from '../shared-form-warnings.ts';
import { moveStep as contract } from './contracts.ts';
import { stepBetweenModules, stepOf } from './step-between-modules.ts';

export const moveStep = writeUseCase(contract, {
  load: async ({ moments }, { params, body }) =>
    stepBetweenModules(await moments.draft(params.momentId), body),
  subject: ({ draft, source }, { body: { from, stepId, to } }) =>
    partSubject(draft.head, source, { moduleId: from, stepId, toModuleId: to.moduleId }),
  decide(between, request) {
    const { stepId, to, toEtag } = request.body;
    const { draft, source, target } = between;
    const { head } = draft;
    if (etagOf(target.version) !== toEtag) throw new Problem('version-mismatch');
    const step = stepOf(between, stepId);
    const left = withoutStep(source.value.module, stepId);
    const within = source === target;
    if (!within && stepIn(target.value.module, stepId))
      throw new Problem('already-exists', [
        { pointer: '/body/stepId', ...authoringSayings['step-id-taken'] },
      ]);
    const entered = placeStep(within ? left : target.value.module, step, to, '/body/to/sectionId');
    const parts = [
      ...(within ? [] : [moduleChange(head.value, source, left)]),
      moduleChange(head.value, target, entered),
    ];
    const { answer, changes } = composeSave(head, touchedHead(head), { act: 'step-moved', parts }, request);
    return {
      body: { ...answer, warnings: draftWarnings(draft, left, entered) },
      version: source.version + 1,
      changes,
    };
  },
});

export const handler = httpHandler(moveStep);
