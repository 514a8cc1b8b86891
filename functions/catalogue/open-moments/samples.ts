import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  readOpenModule: ({ momentVersion }) => ({ query: { momentVersion } }),
} satisfies SamplesOf<typeof contracts>;
