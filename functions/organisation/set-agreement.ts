import { found } from '../../shared/domain/found.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { assertConnectedRegion, assertNotOutliving } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demandUnread, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { keys } from '../../shared/persistence/keys.ts';
import { setAgreement as contract } from './contracts.ts';

export const setAgreement = writeUseCase(contract, {
  // What is missing is said in `decide`: before they are let in, nobody learns who is registered.
  async load({ organisation }, { params: { providerId, privateProviderId } }) {
    const [region, service, party, before] = await Promise.all([
      organisation.provider(providerId),
      organisation.serviceAgreement(providerId),
      organisation.provider(privateProviderId),
      organisation.agreement(privateProviderId, providerId),
    ]);
    return { region: region?.value, service, party: party?.value, before };
  },
  subject: (_, { params: { providerId, privateProviderId } }) => ({
    provider: providerId,
    resource: { privateProviderId },
  }),
  decide({ before, ...grounds }, { body, now }) {
    const region = found(grounds.region);
    const { service } = assertConnectedRegion(region, grounds.service?.value, now);
    const party = found(grounds.party);
    if (party.kind !== 'private') throw new Problem('agreement-not-needed');
    assertNotOutliving(body, service);
    const agreement = {
      ...{ ...body, provider: party.hsaId, region: region.hsaId },
      serviceAgreement: service.reference,
    };
    return {
      body: agreement,
      changes: [
        replaceOrCreate(entities.agreement, before, agreement),
        // The very one that bounds it: one shortened meanwhile might not.
        demandUnread(entities.serviceAgreement, keys.serviceAgreement(region.hsaId), {
          version: found(grounds.service).version,
          otherwise: 'version-mismatch',
        }),
      ],
    };
  },
});

export const handler = httpHandler(setAgreement);
