import type { Form } from '../domain/form/form.ts';
import type { KeptStep } from '../domain/moment/draft.ts';
import type { Database } from './database.ts';
import { entities } from './entities.ts';
import { keys } from './keys.ts';
import { get, getMany } from './read.ts';

/** What steps and forms say: written once, found by digest, and there as long as the moment is. */
export const contentRepository = (database: Database) => ({
  keptForm: (momentId: string, digest: string) =>
    get(database, entities.keptForm, keys.keptForm(momentId, digest)),

  /** Forms by digest. */
  async keptForms(momentId: string, digests: readonly string[]): Promise<ReadonlyMap<string, Form>> {
    const wanted = [...new Set(digests)].map((digest) => keys.keptForm(momentId, digest));
    const found = await getMany(database, entities.keptForm, wanted);
    return new Map(found.map(({ value: { digest, form } }) => [digest, form]));
  },

  /** Contents of steps, by digest. */
  async keptSteps(
    momentId: string,
    digests: readonly string[],
  ): Promise<ReadonlyMap<string, KeptStep['step']>> {
    const wanted = [...new Set(digests)].map((digest) => keys.keptStep(momentId, digest));
    const found = await getMany(database, entities.keptStep, wanted);
    return new Map(found.map(({ value: { digest, step } }) => [digest, step]));
  },
});
