import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  registerMandate: ({ resident, proxy, until }) => ({
    body: {
      resident,
      proxy,
      purposes: ['view', 'messages'],
      validTo: until,
      reason: 'Muntligt, på mottagningen',
    },
  }),
  withdrawMandate: ({ mandateId }) => ({ body: { mandateId } }),
  confirmMandate: ({ resident, proxy, mandateId }) => ({ body: { resident, proxy, mandateId } }),
  acceptMandate: ({ resident, mandateId }) => ({ body: { resident, mandateId } }),
  refuseMandate: ({ mandateId }) => ({ body: { mandateId } }),
  resignMandate: ({ mandateId }) => ({ body: { mandateId } }),
  giveMandate: ({ proxy, until }) => ({ body: { proxy, purposes: ['view'], validTo: until } }),
  revokeMyMandate: ({ proxy, mandateId }) => ({ body: { proxy, mandateId } }),
} satisfies SamplesOf<typeof contracts>;
