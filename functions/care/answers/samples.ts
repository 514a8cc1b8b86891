import type { Sample, SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const answering: Sample = ({ momentId, momentVersion, formVersion, answers }) => ({
  body: { momentId, momentVersion, formVersion, answers },
});

export const samples = {
  openMyForm: ({ momentId, momentVersion }) => ({ query: { momentId, momentVersion } }),
  saveAnswers: answering,
  submitForm: answering,
} satisfies SamplesOf<typeof contracts>;
