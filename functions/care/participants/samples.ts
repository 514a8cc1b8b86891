import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  openWithReason: () => ({ body: { reason: { code: 'absent-colleague' } } }),
  addParticipant: ({ colleague, until }) => ({ body: { staff: colleague, as: 'stand-in', until } }),
  removeParticipant: ({ colleague }) => ({ body: { staff: colleague } }),
} satisfies SamplesOf<typeof contracts>;
