import { found } from '../../../shared/domain/found.ts';
import { activatedVersion, waitingVersion } from '../../../shared/domain/moment/activation.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listActivations as contract } from './contracts.ts';

const isWanted = (state: string, waits: string | undefined, wanted: string): boolean =>
  wanted === 'waiting' ? waits !== undefined : wanted === 'all' || wanted === state;

export const listActivations = readUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      moments.activationsOn(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => ({ provider, unit: hsaId, resource: {} }),
  fetch: ({ moments }, { page: { items } }) =>
    moments.catalogueEntries(items.map(({ value }) => value.momentId)),
  answer: ({ page: { items, next } }, entries, { query: { state: wanted } }) => ({
    body: {
      activations: items
        .map(({ value, version }) => ({
          ...value,
          momentVersion: activatedVersion(value),
          etag: etagOf(version),
          waits: waitingVersion(value, entries.get(value.momentId)),
        }))
        .filter(({ state, waits }) => isWanted(state, waits, wanted)),
      next,
    },
  }),
});

export const handler = httpHandler(listActivations);
