import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  publishVersion: ({ providerId }) => ({ body: { offeredTo: [providerId] } }),
  sendBack: () => ({ body: { comments: [{ text: 'Skriv gärna vem som läser svaren.' }] } }),
  setOffer: () => ({ body: { offeredTo: 'everyone' } }),
  recallVersion: ({ momentVersion }) => ({
    body: {
      momentVersion,
      reason: 'Steg 2 anger fel dos.',
      textForResidents: 'En uppgift i steg 2 var fel. Följ din behandlares råd.',
    },
  }),
  liftRecall: () => ({ body: { reason: 'Dosen var rätt.' } }),
  setCatalogueState: ({ catalogueState }) => ({ body: { state: catalogueState } }),
} satisfies SamplesOf<typeof contracts>;
