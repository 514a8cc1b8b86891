import type { SamplesOf } from '../../sample-scene.ts';
import type * as contracts from './contracts.ts';

export const samples = {
  saveForm: ({ form }) => ({ body: { form } }),
  copyForm: ({ formId, formVersion }) => ({
    body: { formId, formVersion, newFormId: `${formId}-copy` },
  }),
} satisfies SamplesOf<typeof contracts>;
