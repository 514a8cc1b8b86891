import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  acknowledgeFlag: ({ resultId }) => ({ body: { resultId } }),
  clearFlag: ({ resultId }) => ({ body: { resultId, note: 'Jag har ringt. Vi ses på måndag.' } }),
} satisfies SamplesOf<typeof contracts>;
