import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  publishVersion: ({ providerId }) => ({ body: { offeredTo: [providerId] } }),
  sendBack: () => ({ body: { comments: [{ text: 'Skriv gärna vem som läser svaren.' }] } }),
  setOffer: () => ({ body: { offeredTo: 'everyone' } }),
  setCatalogueState: ({ catalogueState }) => ({ body: { state: catalogueState } }),
} satisfies SamplesOf<typeof contracts>;
