import { type ComparedModule, compareModules } from '../../content/compare-modules.ts';
import type { Difference } from '../../content/difference.ts';
import { unpacked } from '../../content/packed.ts';
import { compareFormVersions } from '../../form/comparing/compare-form-versions.ts';
import type { Form } from '../../form/form-shape.ts';
import type { FormRef } from '../draft.ts';
import type { VersionFingerprint } from './version-fingerprint.ts';

interface Compared extends Pick<VersionFingerprint, 'parts'> {
  readonly forms: readonly Pick<FormRef, 'formId' | 'words'>[];
}

/** By pointer, as parts are found. */
const formsIn = ({ forms }: Compared) =>
  new Map(forms.map(({ formId, words }) => [`/forms/${formId}`, { words }]));

/** What differs inside each module and form that is in both, by its pointer; for `detailDifferences`. */
export const insideDifferences = (before: Compared, after: Compared): ReadonlyMap<string, Difference[]> => {
  const earlier = new Map(before.parts.map(({ pointer, says }) => [pointer, says]));
  const [oldForms, forms] = [formsIn(before), formsIn(after)];
  const differ = (pointer: string, was: unknown, is: unknown): Difference[] => {
    const [old, now] = [oldForms.get(pointer), forms.get(pointer)];
    return old && now
      ? compareFormVersions({ ...old, form: was as Form }, { ...now, form: is as Form })
      : compareModules(was as ComparedModule, is as ComparedModule);
  };
  return new Map(
    after.parts.flatMap(({ pointer, says }) => {
      const was = earlier.get(pointer);
      if (was === undefined || was === says) return [];
      return [[pointer, differ(pointer, unpacked(was), unpacked(says))] as const];
    }),
  );
};
