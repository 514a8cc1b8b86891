import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { showModule } from '../../../shared/persistence/moments/show-module.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { viewTestModule as contract } from './contracts.ts';
import { loadTest, testSubject } from './test-loading.ts';

export const viewTestModule = readUseCase(contract, {
  async load({ moments }, { params }) {
    const [test, module] = await Promise.all([
      loadTest(moments, params),
      moments.draftModule(params.momentId, params.moduleId),
    ]);
    return { ...test, ...found(module).value };
  },
  subject: (test, { params: { moduleId } }) => testSubject(test, { moduleId }),
  fetch: (stores, { momentId, module }) => showModule(stores, momentId, module),
  answer: (_, body) => ({ body }),
});

export const handler = httpHandler(viewTestModule, openMediaStore);
