import type { SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  approveResident: ({ resident }) => ({ body: { personnummer: resident, scope: 'support-and-treatment' } }),
  withdrawApproval: ({ resident }) => ({ body: { personnummer: resident } }),
  linkMyEarlierNumbers: () => ({ body: {} }),
} satisfies SamplesOf<typeof contracts>;
