import { found } from '../../../shared/domain/found.ts';
import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listActivations as contract } from './contracts.ts';

export const listActivations = readUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      moments.activationsOn(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => ({ provider, unit: hsaId, resource: {} }),
  answer: ({ page: { items, next } }, _, { query: { state: wanted } }) => ({
    body: {
      activations: items
        .filter(({ value: { state } }) => wanted === 'all' || wanted === state)
        .map(({ value, version }) => ({
          ...value,
          momentVersion: activatedVersion(value),
          etag: etagOf(version),
        })),
      next,
    },
  }),
});

export const handler = httpHandler(listActivations);
