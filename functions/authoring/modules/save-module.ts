import { arrangeModule } from '../../../shared/domain/content/arrange-module.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { composeSave, moduleChange, touchedHead } from '../draft-part-changes.ts';
import { loadModule, partSubject } from '../part-loading.ts';
import { saveModule as contract } from './contracts.ts';

export const saveModule = writeUseCase(contract, {
  load: ({ moments }, { params }) => loadModule(moments, params),
  subject: ({ head, module }, { params: { moduleId } }) => partSubject(head, module, { moduleId }),
  decide({ head, module }, request) {
    assertEditable(head.value);
    const arranged = arrangeModule(module.value.module, request.body);
    const parts = [moduleChange(head.value, module, arranged)];
    const { answer, changes } = composeSave(head, touchedHead(head), { act: 'module-saved', parts }, request);
    return { body: answer, version: module.version + 1, changes };
  },
});

export const handler = httpHandler(saveModule);
