import { found } from '../../shared/domain/found.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { assertConnectedRegion, assertMayBeGiven, assertOwnHsaId } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { create } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import {
  agreementDemands,
  connectionDemand,
} from '../../shared/persistence/organisation/agreement-demands.ts';
import { demandNoProvider } from '../../shared/persistence/organisation/free-hsa-id.ts';
import { handOutService as contract } from './contracts.ts';

export const handOutService = writeUseCase(contract, {
  // What is missing is said in `decide`: before they are let in, nobody learns who is registered.
  async load({ organisation }, { params, body }) {
    const [region, service, owner, namesake] = await Promise.all([
      organisation.provider(params.providerId),
      organisation.serviceAgreement(params.providerId),
      organisation.provider(body.providerId),
      organisation.provider(body.unitId),
    ]);
    return { region: region?.value, service: service?.value, owner: owner?.value, namesake };
  },
  subject: (_, { params: { providerId }, body: { unitId } }) => ({
    provider: providerId,
    resource: { unitId },
  }),
  decide(grounds, { body: { unitId, name, kind }, now, nationalManagement }) {
    const region = found(grounds.region);
    const { county } = assertConnectedRegion(region, grounds.service, now);
    const owner = found(grounds.owner);
    assertMayBeGiven(owner, region);
    // Before the transaction: DynamoDB takes no two demands on one item, and this may be the region or the owner.
    if (grounds.namesake || unitId === nationalManagement) throw new Problem('already-exists');
    // Private care is often found in HSA under the region it works for.
    assertOwnHsaId(unitId, [owner, region]);
    const underAgreement = owner.kind === 'private';
    const unit = {
      ...{ hsaId: unitId, provider: owner.hsaId, region: region.hsaId, county, name, kind, underAgreement },
      state: 'handed-out' as const,
    };
    return {
      body: { unitId, state: unit.state },
      version: 1,
      changes: [
        create(entities.unit, unit),
        demandNoProvider(unitId),
        ...agreementDemands(unit, now),
        // A municipality is connected by itself, and the region that hands out to it by its own agreement.
        ...(owner.kind === 'municipality' ? [connectionDemand(region.hsaId, now)] : []),
      ],
    };
  },
});

export const handler = httpHandler(handOutService);
