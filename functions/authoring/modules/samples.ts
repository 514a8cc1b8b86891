import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const title = 'Mer att läsa';

export const samples = {
  addModule: () => ({ body: { moduleId: 'extra', title } }),
  saveModule: ({ sectionId, stepIds }) => ({
    body: { title, sections: [{ sectionId, title: 'Läs', stepIds }] },
  }),
  saveStep: ({ sectionId }) => ({
    body: { title: 'Ett steg', blocks: [{ type: 'paragraph', text: [{ text: 'Läs.' }] }], sectionId },
  }),
  moveStep: ({ moduleId, stepId, to, toEtag }) => ({ body: { from: moduleId, stepId, to, toEtag } }),
  copyStep: ({ moduleId, stepId, to }) => ({
    body: { from: moduleId, stepId, newStepId: `${stepId}-copy`, to },
  }),
} satisfies SamplesOf<typeof contracts>;
