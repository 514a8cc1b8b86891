import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  createMyPage: ({ momentId, momentVersion }) => ({ body: { momentId, momentVersion } }),
  createFormPages: ({ momentId, momentVersion, days }) => ({ body: { momentId, momentVersion, days } }),
} satisfies SamplesOf<typeof contracts>;
