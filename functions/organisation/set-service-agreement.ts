import { found } from '../../shared/domain/found.ts';
import { assertHasServiceAgreement, isInForce } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { setServiceAgreement as contract } from './contracts.ts';

export const setServiceAgreement = writeUseCase(contract, {
  async load({ organisation }, { params: { providerId } }) {
    const [party, before] = await Promise.all([
      organisation.provider(providerId),
      organisation.serviceAgreement(providerId),
    ]);
    return { party: found(party).value, before };
  },
  subject: ({ party: { hsaId } }) => ({ provider: hsaId, resource: { providerId: hsaId } }),
  decide({ party, before }, { body, now }) {
    assertHasServiceAgreement(party);
    return {
      body: { ...body, providerId: party.hsaId, connected: isInForce(body, now) },
      changes: [replaceOrCreate(entities.serviceAgreement, before, { ...body, provider: party.hsaId })],
    };
  },
});

export const handler = httpHandler(setServiceAgreement);
