import { found } from '../../../shared/domain/found.ts';
import { assertReached } from '../../../shared/domain/moment/activation.ts';
import { majorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { showModule } from '../../../shared/persistence/moments/show-module.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { readOpenModule as contract } from './contracts.ts';
import { assertOpen, loadReading, openMomentSubject, readingDemands } from './resident-access.ts';

export const readOpenModule = readUseCase(contract, {
  async load(stores, request) {
    const { unitId, momentId, major, moduleId } = request.params;
    const { momentVersion } = request.query;
    if (majorOf(momentVersion) !== major) throw new Problem('form-version-mismatch');
    const [reading, activation, published] = await Promise.all([
      loadReading(stores, request),
      stores.moments.activation(unitId, momentId, major),
      stores.moments.publishedModule(momentId, momentVersion, moduleId),
    ]);
    assertReached(assertOpen(activation?.value), momentVersion);
    return { ...reading, module: found(published).value.module };
  },
  subject: (loaded, request) => {
    const { momentId, moduleId } = request.params;
    return openMomentSubject(loaded, request, { momentId, moduleId });
  },
  begins: (loaded, request) => readingDemands(loaded, request.query.momentVersion, request),
  fetch: async (stores, loaded, { params: { momentId } }) => ({
    module: await showModule(stores, momentId, loaded.module),
  }),
  answer: (_, body) => ({ body }),
});

export const handler = httpHandler(readOpenModule, openMediaStore);
