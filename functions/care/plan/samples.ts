import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  planContent: ({ momentId, momentVersion, moduleId }) => ({
    body: { momentId, momentVersion, modules: [{ moduleId, shown: true, sections: [] }] },
  }),
} satisfies SamplesOf<typeof contracts>;
