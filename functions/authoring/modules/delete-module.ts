import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { composeSave, moduleChange, outlineChange, touchedHead } from '../draft-part-changes.ts';
import { loadModule, partSubject } from '../part-loading.ts';
import { deleteModule as contract } from './contracts.ts';

export const deleteModule = writeUseCase(contract, {
  async load({ moments }, { params }) {
    const [loaded, outline] = await Promise.all([
      loadModule(moments, params),
      moments.draftOutline(params.momentId),
    ]);
    return { ...loaded, outline: found(outline) };
  },
  subject: ({ head, module }, { params: { moduleId } }) => partSubject(head, module, { moduleId }),
  decide({ head, module, outline }, request) {
    const { moduleId } = request.params;
    const moduleIds = outline.value.outline.moduleIds.filter((other) => other !== moduleId);
    const parts = [
      outlineChange(head.value, outline, { ...outline.value.outline, moduleIds }),
      moduleChange(head.value, module, undefined),
    ];
    const { answer, changes } = composeSave(
      head,
      touchedHead(head),
      { act: 'module-deleted', parts },
      request,
    );
    return { body: answer, changes };
  },
});

export const handler = httpHandler(deleteModule);
