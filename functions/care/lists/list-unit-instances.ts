import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listUnitInstances as contract } from './contracts.ts';
import { fits, isAttended, type Listed, listSubject, loadBeside, narrows } from './list-loading.ts';
import { showList } from './shown-rows.ts';

export const listUnitInstances = readUseCase(contract, {
  async load(stores, { params: { unitId }, query }): Promise<Listed> {
    const { view, practitioner, limit, cursor } = query;
    const unattended = view === 'unattended';
    const loading = loadBeside(stores, unitId);
    const [beside, page] = await Promise.all([
      loading,
      stores.instances.listed({
        ...{ unit: unitId, practitioner, limit, cursor },
        view: view === 'ended' ? 'ended' : 'running',
        isSearch: unattended || narrows(query),
        keeps: () =>
          loading.then((known) => {
            const isFit = fits(known.unit, query);
            return (one) => isFit(one) && !(unattended && isAttended(known, one));
          }),
      }),
    ]);
    // Where nobody has left anything, nothing need be looked through.
    return {
      ...beside,
      page: unattended && beside.left.length === 0 ? { items: [], next: undefined } : page,
    };
  },
  subject: listSubject,
  fetch: showList,
  answer: ({ left, page: { next } }, instances) => ({
    body: { instances, next, withoutPractitioner: left.reduce((sum, { running }) => sum + running, 0) },
  }),
});

export const handler = httpHandler(listUnitInstances);
