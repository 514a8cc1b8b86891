import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listUnits as contract } from './contracts.ts';

export const listUnits = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.provider(params.providerId)).value,
  subject: ({ hsaId }) => ({ provider: hsaId, resource: {} }),
  fetch: ({ organisation }, { hsaId }, { query: { limit, cursor } }) =>
    organisation.unitsOf(hsaId, { limit, cursor }),
  answer: (_, { items, next }) => ({
    body: { units: items.map(({ value: { hsaId, ...unit } }) => ({ ...unit, unitId: hsaId })), next },
  }),
});

export const handler = httpHandler(listUnits);
