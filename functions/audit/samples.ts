import type { SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  listAuditEntries: () => ({ body: { limit: 50 } }),
} satisfies SamplesOf<typeof contracts>;
