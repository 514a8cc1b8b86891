import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  writeComment: () => ({ body: { text: 'Ta upp sömnen vid nästa samtal.' } }),
} satisfies SamplesOf<typeof contracts>;
