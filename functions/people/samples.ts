import type { SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  approveResident: ({ resident }) => ({ body: { personnummer: resident, scope: 'support-and-treatment' } }),
  lookUpResident: ({ resident }) => ({ body: { personnummer: resident } }),
  labelResident: ({ label }) => ({ body: { label } }),
  withdrawApproval: ({ residentId }) => ({ body: { residentId, running: { becomes: 'closed' } } }),
  linkMyEarlierNumbers: () => ({ body: {} }),
} satisfies SamplesOf<typeof contracts>;
