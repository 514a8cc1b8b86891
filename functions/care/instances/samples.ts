import type { Sample, SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const inVersion: Sample = ({ momentId, momentVersion }) => ({ query: { momentId, momentVersion } });

export const samples = {
  startInstance: ({ resident, momentId, major, practitioner }) => ({
    body: { personnummer: resident, momentId, major: Number(major), practitioner },
  }),
  undoStart: () => ({ body: { reason: 'wrong-person' } }),
  endInstance: () => ({ body: { reason: 'completed', note: 'Målen nåddes.' } }),
  openModule: inVersion,
  openMyModule: inVersion,
} satisfies SamplesOf<typeof contracts>;
