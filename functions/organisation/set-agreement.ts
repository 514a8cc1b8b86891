import { found } from '../../shared/domain/found.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { assertConnected } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { regionDemand } from '../../shared/persistence/organisation/agreement-demands.ts';
import { setAgreement as contract } from './contracts.ts';

export const setAgreement = writeUseCase(contract, {
  // What is missing is said in `decide`: before they are let in, nobody learns who is registered.
  async load({ organisation }, { params: { providerId, privateProviderId } }) {
    const [region, party, before] = await Promise.all([
      organisation.provider(providerId),
      organisation.provider(privateProviderId),
      organisation.agreement(privateProviderId, providerId),
    ]);
    return { region: region?.value, party: party?.value, before };
  },
  subject: (_, { params: { providerId, privateProviderId } }) => ({
    provider: providerId,
    resource: { privateProviderId },
  }),
  decide({ before, ...grounds }, { body }) {
    const region = found(grounds.region);
    assertConnected(region);
    const party = found(grounds.party);
    if (party.kind !== 'private') throw new Problem('agreement-not-needed');
    const agreement = { ...body, provider: party.hsaId, region: region.hsaId };
    return {
      body: agreement,
      changes: [replaceOrCreate(entities.agreement, before, agreement), regionDemand(region.hsaId)],
    };
  },
});

export const handler = httpHandler(setAgreement);
