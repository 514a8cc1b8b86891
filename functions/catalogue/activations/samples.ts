import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  activateMoment: ({ momentId, momentVersion }) => ({ body: { momentId, momentVersion } }),
  activateMinor: ({ minor }) => ({ body: { minor } }),
  inactivateMoment: ({ momentId, major }) => ({ body: { momentId, major: Number(major) } }),
} satisfies SamplesOf<typeof contracts>;
