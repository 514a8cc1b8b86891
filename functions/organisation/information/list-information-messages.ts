import { found } from '../../../shared/domain/found.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listInformationMessages as contract } from './contracts.ts';

export const listInformationMessages = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.provider(params.providerId)).value,
  subject: ({ hsaId }) => ({ provider: hsaId, resource: {} }),
  fetch: ({ organisation }, { hsaId }, { query: { limit, cursor } }) =>
    organisation.informationMessages(hsaId, { limit, cursor }),
  answer: (_, { items, next }) => ({
    body: { messages: items.map(({ value, version }) => ({ ...value, etag: etagOf(version) })), next },
  }),
});

export const handler = httpHandler(listInformationMessages);
