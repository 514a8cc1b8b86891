import type { Sample, SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const answering: Sample = ({ formVersion, answers }) => ({ body: { formVersion, answers } });

export const samples = {
  saveTestAnswers: answering,
  submitTestForm: answering,
  removeTests: () => ({ body: {} }),
  recordVerdict: ({ verdictRole, testId }) => ({ body: { as: verdictRole, testId, approved: true } }),
} satisfies SamplesOf<typeof contracts>;
