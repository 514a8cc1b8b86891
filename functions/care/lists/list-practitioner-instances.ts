import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listPractitionerInstances as contract } from './contracts.ts';
import { fits, type Listed, listSubject, loadBeside, narrows } from './list-loading.ts';
import { showList } from './shown-rows.ts';

export const listPractitionerInstances = readUseCase(contract, {
  async load(stores, { params: { unitId }, query, caller }): Promise<Listed> {
    const { view, limit, cursor } = query;
    const loading = loadBeside(stores, unitId);
    const [beside, page] = await Promise.all([
      loading,
      stores.instances.listed({
        ...{ unit: unitId, practitioner: caller.hsaId, view, limit, cursor },
        isSearch: narrows(query),
        keeps: () => loading.then(({ unit }) => fits(unit, query)),
      }),
    ]);
    return { ...beside, page };
  },
  subject: listSubject,
  fetch: showList,
  answer: ({ page: { next } }, instances) => ({ body: { instances, next } }),
});

export const handler = httpHandler(listPractitionerInstances);
