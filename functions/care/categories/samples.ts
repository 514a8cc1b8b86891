import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  setUnitCategories: () => ({ body: { categories: [{ name: 'Väntar på samtal' }, { name: 'Vecka 1–3' }] } }),
  categoriseInstance: () => ({ body: { categories: [] } }),
} satisfies SamplesOf<typeof contracts>;
