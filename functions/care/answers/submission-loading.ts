import { pagesLookedThrough } from '../../../shared/domain/care/occasion-before.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { loadForAnswering } from './answer-loading.ts';

/** As `loadForAnswering`, in the same round trip, with what its flags rest on: the pages before, and what is flagged already. */
export const loadForSubmitting = async (stores: Stores, given: Parameters<typeof loadForAnswering>[1]) => {
  const form = { ...given.params, ...given.query };
  const [basis, earlier, flagged] = await Promise.all([
    loadForAnswering(stores, given),
    stores.instances.pagesBefore(form, pagesLookedThrough),
    stores.instances.flagsOn(form),
  ]);
  return { ...basis, earlier: earlier.map(({ value }) => value), flagged };
};
