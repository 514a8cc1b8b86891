import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  findResidentInstances: ({ resident }) => ({ body: { personnummer: resident } }),
} satisfies SamplesOf<typeof contracts>;
