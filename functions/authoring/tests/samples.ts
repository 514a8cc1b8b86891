import type { Sample, SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const saving: Sample = ({ formVersion, answers: changes, session, etag }) => ({
  body: { formVersion, session, base: Number(JSON.parse(etag)), changes },
});
const submitting: Sample = ({ formVersion, answers: changes }) => ({ body: { formVersion, changes } });

export const samples = {
  saveTestAnswers: saving,
  submitTestForm: submitting,
  removeTests: () => ({ body: {} }),
  recordVerdict: ({ verdictRole, testId }) => ({ body: { as: verdictRole, testId, approved: true } }),
} satisfies SamplesOf<typeof contracts>;
