import * as z from 'zod';
import type { ComparedModule } from '../../content/compare-modules.ts';
import { shortDigestOf } from '../../content/content-digest.ts';
import type { ModuleOutline } from '../../content/module-outline.ts';
import { packed } from '../../content/packed.ts';
import type { DraftFormRef, FormRef } from '../draft.ts';
import { momentVersion } from '../version.ts';

/** Bytes that the parts of a version may take. Those that there is no room for are told only to differ. */
const mostBytes = 250_000;

/**
 * What every module and form of a version says, as digests of its words: two versions are compared by it, whatever they hold, without
 * one word of them being read (AUT-8).
 */
export const versionFingerprint = z.object({
  momentId: z.string(),
  momentVersion,
  /** By where they are in the moment, as differences point at them. */
  parts: z.array(z.object({ pointer: z.string(), says: z.string() })),
});
export type VersionFingerprint = z.infer<typeof versionFingerprint>;
type Part = VersionFingerprint['parts'][number];

const moduleFingerprint = ({ title, sections }: ModuleOutline): ComparedModule => ({
  title: shortDigestOf(title),
  sections: sections.map(({ sectionId, title: name, steps }) => ({
    sectionId,
    title: shortDigestOf(name),
    steps: steps.map(({ stepId, title: called, digest, formIds, blocks }) => ({
      ...{ stepId, title: shortDigestOf(called), digest: shortDigestOf(digest), formIds },
      ...(blocks === undefined ? {} : { blocks }),
    })),
  })),
});

const whatFits = (parts: readonly Part[]): Part[] => {
  let bytes = 0;
  return parts.filter((part) => {
    const more = Buffer.byteLength(JSON.stringify(part)) + 1;
    const fits = bytes + more <= mostBytes;
    if (fits) bytes += more;
    return fits;
  });
};

const pointerOf = ({ formId }: Pick<FormRef, 'formId'>): string => `/forms/${formId}`;

interface Contents {
  readonly modules: readonly ModuleOutline[];
  readonly forms: readonly DraftFormRef[];
}

/** Forms first: what differs in them may be structure. */
export const fingerprintsOf = ({ modules, forms }: Contents): Part[] =>
  whatFits([
    ...forms.flatMap(({ fingerprint: says, ...form }) =>
      says === undefined ? [] : [{ pointer: pointerOf(form), says }],
    ),
    ...modules.map((module) => ({
      pointer: `/modules/${module.moduleId}`,
      says: packed(moduleFingerprint(module)),
    })),
  ]);

/** A version's forms as they lie in a draft that goes on from it. */
export const formsAsDrafted = (
  forms: readonly FormRef[],
  fingerprint: VersionFingerprint | undefined,
): DraftFormRef[] => {
  const said = new Map(fingerprint?.parts.map(({ pointer, says }) => [pointer, says]));
  return forms.map((form) => {
    const says = said.get(pointerOf(form));
    return says === undefined ? form : { ...form, fingerprint: says };
  });
};
