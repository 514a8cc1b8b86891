import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  sendMessage: () => ({ body: { text: 'Hej! Jag har läst dina svar. Vi hörs i nästa vecka.' } }),
  sendMyMessage: () => ({ body: { text: 'Hej! Jag har en fråga om andra veckan 🌱' } }),
  withdrawMessage: () => ({ body: { reason: 'wrong-recipient' } }),
} satisfies SamplesOf<typeof contracts>;
