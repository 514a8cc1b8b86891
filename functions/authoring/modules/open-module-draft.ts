import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { showModule } from '../../../shared/persistence/moments/show-module.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { loadModule, partSubject } from '../part-loading.ts';
import { openModuleDraft as contract } from './contracts.ts';

export const openModuleDraft = readUseCase(contract, {
  load: ({ moments }, { params }) => loadModule(moments, params),
  subject: ({ head, module }, { params: { moduleId } }) => partSubject(head, module, { moduleId }),
  fetch: (stores, { module: { value } }) => showModule(stores, value.momentId, value.module),
  answer: ({ module: { version } }, shown) => ({ version, body: shown }),
});

export const handler = httpHandler(openModuleDraft, openMediaStore);
