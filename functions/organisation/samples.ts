import type { SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

const name = 'Region Mellanvret';

export const samples = {
  registerProvider: ({ newProviderId }) => ({
    body: {
      providerId: newProviderId,
      name,
      kind: 'region',
      organisationNumber: '5565594230',
      county: '14',
    },
  }),
  changeProvider: () => ({ body: { name } }),
  setServiceAgreement: () => ({
    body: {
      reference: 'Tjänsteavtal 2026-3',
      processorAgreement: 'PUB-avtal 2026-3',
      validFrom: '2026-01-01T00:00:00.000Z',
    },
  }),
  setAgreement: () => ({ body: { reference: 'Avtal 2026-18', validFrom: '2026-01-01T00:00:00.000Z' } }),
  handOutService: ({ newUnitId, privateProviderId }) => ({
    body: {
      unitId: newUnitId,
      providerId: privateProviderId,
      name: 'Vårdcentralen Mellanvret',
      kind: 'care',
    },
  }),
  setUnitState: () => ({ body: { state: 'active' } }),
  renameUnit: () => ({ body: { name: 'Vårdcentralen Mellanvret Norra', confirmed: true } }),
  setUnitContacts: () => ({ body: { telephone: 'tel:+46812345678', video: 'https://video.example.se/rum' } }),
  setUnitInformation: () => ({ body: { text: 'Öppet 8–17 🌻 Ring oss gärna.' } }),
} satisfies SamplesOf<typeof contracts>;
