import type { SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  createMediaUpload: ({ file }) => ({ body: file }),
} satisfies SamplesOf<typeof contracts>;
