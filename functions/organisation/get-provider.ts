import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { getProvider as contract } from './contracts.ts';
import { shownProvider } from './shapes.ts';

export const getProvider = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.wholeProvider(params.providerId)),
  subject: ({ provider: { value } }) => ({ provider: value.hsaId, resource: { providerId: value.hsaId } }),
  answer: ({ provider: { value, version }, agreements }) => ({
    body: { ...shownProvider(value), agreements: agreements.map((agreement) => agreement.value) },
    version,
  }),
});

export const handler = httpHandler(getProvider);
