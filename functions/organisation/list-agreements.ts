import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listAgreements as contract } from './contracts.ts';

export const listAgreements = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.provider(params.providerId)).value,
  subject: ({ hsaId }) => ({ provider: hsaId, resource: {} }),
  fetch: ({ organisation }, { hsaId }, { query: { limit, cursor } }) =>
    organisation.agreementsOf(hsaId, { limit, cursor }),
  answer: (_, { items, next }) => ({ body: { agreements: items.map(({ value }) => value), next } }),
});

export const handler = httpHandler(listAgreements);
