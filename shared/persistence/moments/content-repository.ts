import { digestOf } from '../../domain/content/content-digest.ts';
import type { StepContent } from '../../domain/content/step.ts';
import type { Form } from '../../domain/form/form-shape.ts';
import type { KeptForm } from '../../domain/moment/draft.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import { get, getMany } from '../engine/read.ts';
import { keys } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** What says something else than it did when it was saved is an error, never shown: nothing here is ever changed. */
const genuine = <T>(content: T, digest: string): T => {
  if (digestOf(content) !== digest) throw new Error(`Content is not what its digest says: ${digest}`);
  return content;
};

/** What steps and forms say: written once, found by digest, and there as long as the moment is. */
export const contentRepository = (database: Database) => ({
  async keptForm(momentId: string, digest: string): Promise<Stored<KeptForm> | undefined> {
    const kept = await get(database, momentEntities.keptForm, keys.keptForm(momentId, digest));
    if (kept) genuine(kept.value.form, digest);
    return kept;
  },

  /** Forms by digest. */
  async keptForms(momentId: string, digests: readonly string[]): Promise<ReadonlyMap<string, Form>> {
    const wanted = [...new Set(digests)].map((digest) => keys.keptForm(momentId, digest));
    const found = await getMany(database, momentEntities.keptForm, wanted);
    return new Map(found.map(({ value: { digest, form } }) => [digest, genuine(form, digest)]));
  },

  /** Contents of steps, by digest. */
  async keptSteps(momentId: string, digests: readonly string[]): Promise<ReadonlyMap<string, StepContent>> {
    const wanted = [...new Set(digests)].map((digest) => keys.keptStep(momentId, digest));
    const found = await getMany(database, momentEntities.keptStep, wanted);
    return new Map(found.map(({ value: { digest, step } }) => [digest, genuine(step, digest)]));
  },
});
