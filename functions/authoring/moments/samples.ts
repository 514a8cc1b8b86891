import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  createMoment: ({ content: { title, kind } }) => ({ body: { title, kind } }),
  saveDraft: ({ content }) => ({ body: { content } }),
  saveOutline: ({ content: { modules, forms: _, ...said } }) => ({
    body: { ...said, moduleIds: modules.map(({ moduleId }) => moduleId) },
  }),
  draftFromVersion: ({ momentVersion }) => ({ body: { momentVersion, discard: true } }),
  undoSave: ({ saveId }) => ({ body: { saveId } }),
} satisfies SamplesOf<typeof contracts>;
