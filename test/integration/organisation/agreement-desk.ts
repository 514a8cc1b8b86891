import { beforeEach } from 'vitest';
import { setAgreement } from '../../../functions/organisation/set-agreement.ts';
import type { Agreement } from '../../../shared/domain/provider.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  login,
  loginElsewhere,
  otherProvider,
  provider,
  seedPeople,
  serviceAgreementOf,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { World } from '../../support/world.ts';
import { outcomeOf } from './outcome.ts';

export const now = '2026-06-01T12:00:00.500Z';
export const before = '2026-06-01T12:00:00.499Z';
export const after = '2026-06-01T12:00:00.501Z';
export const otherRegion = 'TST2321000016-3000';
export const municipality = 'TST2120000142-4000';
export const asked = { reference: 'Avtal 7', validFrom: '2026-01-01T00:00:00Z' };
export const agreement: Agreement = {
  ...{ provider: otherProvider, region: provider, reference: 'Avtal 1' },
  serviceAgreement: serviceAgreementOf(provider).reference,
  validFrom: '2020-01-01T00:00:00.000Z',
};
const theRegion = {
  hsaId: provider,
  name: 'R',
  kind: 'region',
  organisationNumber: '2321000016',
  county: '12',
} as const;

export const service = serviceAgreementOf(provider);

/** A region connected to the service with an agreement with a private provider, anew before each test; and those who change that. */
export const agreementDesk = async () => {
  const world = await World.create();
  await seedPeople(world);
  world.now = () => new Date(now);
  const regionAdmin = await login('regionAdmin');
  const privateAdmin = await loginElsewhere('careProviderAdmin');
  await world.have(entities.provider, { ...theRegion, hsaId: otherRegion });
  await world.have(entities.serviceAgreement, serviceAgreementOf(otherRegion));
  await world.have(entities.provider, {
    ...{ hsaId: municipality, name: 'Kommunen', kind: 'municipality', organisationNumber: '2120000142' },
    county: '12',
  });
  const connect = () => world.have(entities.serviceAgreement, service);
  const disconnect = () => world.lose(entities.serviceAgreement, service);
  const ending = (validTo: string, version = 1) =>
    world.have(entities.serviceAgreement, { ...service, validTo }, version);
  beforeEach(async () => {
    await connect();
    await world.have(entities.agreement, agreement);
  });
  const set = (
    body: object = asked,
    privateProviderId = otherProvider,
    { token = regionAdmin, region = provider } = {},
    interference?: Interference,
  ) =>
    outcomeOf(
      world,
      setAgreement,
      { params: { providerId: region, privateProviderId }, body, token },
      interference,
    );

  const kept = () => world.runtime.stores.organisation.agreement(otherProvider, provider);
  return { world, regionAdmin, privateAdmin, disconnect, ending, set, kept };
};
