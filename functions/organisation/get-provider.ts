import { found } from '../../shared/domain/found.ts';
import { isInForce } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { getProvider as contract } from './contracts.ts';
import { shownProvider } from './shapes.ts';

export const getProvider = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.wholeProvider(params.providerId)),
  subject: ({ provider: { value } }) => ({ provider: value.hsaId, resource: { providerId: value.hsaId } }),
  answer: ({ provider: { value, version }, serviceAgreement, agreements }, _, { now }) => ({
    body: {
      ...shownProvider(value),
      ...(value.kind === 'private'
        ? {}
        : { connected: serviceAgreement !== undefined && isInForce(serviceAgreement.value, now) }),
      serviceAgreement: serviceAgreement?.value,
      agreements: agreements.map((agreement) => agreement.value),
    },
    version,
  }),
});

export const handler = httpHandler(getProvider);
