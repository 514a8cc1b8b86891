import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  postInformationMessage: () => ({
    body: { text: 'Tjänsten är stängd för underhåll i natt mellan 02 och 04.' },
  }),
  correctInformationMessage: () => ({
    body: { text: 'Tjänsten är stängd för underhåll i natt mellan 03 och 05.' },
  }),
} satisfies SamplesOf<typeof contracts>;
