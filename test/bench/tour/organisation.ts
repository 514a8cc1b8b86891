import { privateProvider, region, units } from '../../../infra/local/data/demo-data.ts';
import type { Visit } from './visit.ts';

const newRegion = 'TST5565594230-3000';
const newUnit = 'TST5560000167-2002';

const registerProviders = async (visit: Visit): Promise<void> => {
  const named = { name: 'Region Mellanvret', connected: false };
  const kept = { kind: 'region', organisationNumber: '5565594230', county: '14' };
  const { etag } = await visit('registerProvider', {
    ...{ as: 'nationalAdmin', request: 'POST /providers', status: 201 },
    body: { providerId: newRegion, ...kept, ...named },
  });
  await visit('changeProvider', {
    ...{ as: 'nationalAdmin', request: `PUT /providers/${newRegion}`, status: 200, etag },
    body: { ...named, connected: true },
  });
  await visit('setAgreement', {
    ...{ as: 'regionAdmin', status: 200 },
    request: `PUT /providers/${region}/agreements/${privateProvider}`,
    body: { reference: 'Avtal 2026-18', validFrom: '2026-01-01T00:00:00.000Z' },
  });
  await visit('getProvider', {
    ...{ as: 'nationalAdmin', request: `GET /providers/${privateProvider}`, status: 200 },
  });
};

/** A private provider’s, the dearest there are: the agreement is looked at in the same transaction. */
const openUnit = async (visit: Visit): Promise<void> => {
  const { etag } = await visit('handOutService', {
    ...{ as: 'regionAdmin', request: `POST /providers/${region}/services`, status: 201 },
    body: { unitId: newUnit, providerId: privateProvider, name: 'Vårdcentralen Mellanvret', kind: 'care' },
  });
  await visit('setUnitState', {
    ...{ as: 'privateCareProviderAdmin', request: `PUT /units/${newUnit}/state`, status: 200, etag },
    body: { state: 'active' },
  });
  const listing = { as: 'careProviderAdmin', status: 200 } as const;
  await visit('listUnits', { ...listing, request: `GET /providers/${region}/units` });
  const agreements = `GET /providers/${region}/agreements` as const;
  await visit('listAgreements', { as: 'regionAdmin', status: 200, request: agreements });
};

const inform = async (visit: Visit): Promise<void> => {
  await visit('postInformationMessage', {
    ...{ as: 'careProviderAdmin', request: `POST /providers/${region}/information-messages`, status: 201 },
    body: { text: 'Tjänsten är stängd för underhåll i natt mellan 02 och 04.' },
  });
  const { etag } = await visit('getUnit', {
    ...{ as: 'practitioner', request: `GET /units/${units.care}`, status: 200 },
  });
  await visit('setUnitInformation', {
    ...{ as: 'residentAdmin', request: `PUT /units/${units.care}/information`, status: 200, etag },
    body: { text: 'Öppet 8–17 🌻 Ring oss gärna.' },
  });
};

export const tourOrganisation = async (visit: Visit): Promise<void> => {
  await registerProviders(visit);
  await openUnit(visit);
  await inform(visit);
};

/** When something has been started. */
export const tourStatistics = async (visit: Visit): Promise<void> => {
  const unit = { as: 'dataAdmin', request: `GET /units/${units.care}/statistics`, status: 200 } as const;
  await visit('viewUnitStatistics', unit);
  const all = {
    as: 'careProviderAdmin',
    request: `GET /providers/${region}/statistics`,
    status: 200,
  } as const;
  await visit('viewProviderStatistics', all);
};
