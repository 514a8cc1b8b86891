import { pagesLookedThrough } from '../../../shared/domain/care/occasion-before.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { loadForAnswering } from './answer-loading.ts';

/** As `loadForAnswering`, in the same round trip, with what the form’s flags compare it with: the pages before. */
export const loadForSubmitting = async (stores: Stores, given: Parameters<typeof loadForAnswering>[1]) => {
  const [basis, earlier] = await Promise.all([
    loadForAnswering(stores, given),
    stores.instances.pagesBefore({ ...given.params, ...given.query }, pagesLookedThrough),
  ]);
  return { ...basis, earlier: earlier.map(({ value }) => value) };
};
