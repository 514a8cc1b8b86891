import type { Sample, SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

const saving: Sample = ({ momentId, momentVersion, formVersion, answers: changes, session, etag }) => ({
  body: { momentId, momentVersion, formVersion, session, base: Number(JSON.parse(etag)), changes },
});
const submitting: Sample = ({ momentId, momentVersion, formVersion, answers: changes }) => ({
  body: { momentId, momentVersion, formVersion, changes },
});

export const samples = {
  openMyForm: ({ momentId, momentVersion }) => ({ query: { momentId, momentVersion } }),
  saveAnswers: saving,
  submitForm: submitting,
} satisfies SamplesOf<typeof contracts>;
