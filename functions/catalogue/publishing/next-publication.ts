import { withEarlierWords } from '../../../shared/domain/form/comparing/option-words.ts';
import { type Candidate, compareVersions } from '../../../shared/domain/moment/comparing/compare-versions.ts';
import { detailDifferences } from '../../../shared/domain/moment/comparing/detail-differences.ts';
import { insideDifferences } from '../../../shared/domain/moment/comparing/inside-differences.ts';
import { toldDifferences } from '../../../shared/domain/moment/comparing/told-differences.ts';
import {
  fingerprintsOf,
  type VersionFingerprint,
} from '../../../shared/domain/moment/comparing/version-fingerprint.ts';
import { nextVersion } from '../../../shared/domain/moment/next-version.ts';
import { minorOf } from '../../../shared/domain/moment/version.ts';
import { type Change, create, keep } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { candidateOf, modulesOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';

/** A minor keeps what the options of its forms have said in the minors before it: none of them is ever another's (AUT-8). */
const withEarlierWordsOf = ({ basis }: Draft, candidate: Candidate, momentVersion: string): Candidate => {
  if (minorOf(momentVersion) === 0) return candidate;
  const before = new Map(basis?.value.published.forms.map(({ formId, words }) => [formId, words]));
  const forms = candidate.forms.map((form) => {
    const words = withEarlierWords(before.get(form.formId), form.words);
    return words ? { ...form, words } : form;
  });
  return { ...candidate, forms };
};

const differencesOf = (
  { basis: lying }: Draft,
  candidate: Candidate,
  { was, parts }: { was: readonly VersionFingerprint[]; parts: VersionFingerprint['parts'] },
) => {
  const basis = lying?.value.published;
  if (!basis) return [];
  const before = was.find(({ momentVersion }) => momentVersion === basis.momentVersion);
  return detailDifferences(
    compareVersions(basis, candidate),
    insideDifferences({ parts: before?.parts ?? [], forms: basis.forms }, { parts, forms: candidate.forms }),
  );
};

/**
 * Which version a draft becomes and why, what of it is published, and what the next is compared with. Where somebody has published
 * meanwhile, the basis has become another, and nothing is written.
 */
export const nextPublication = (draft: Draft, was: readonly VersionFingerprint[]) => {
  const { head, basis: lying, forms } = draft;
  const candidate = candidateOf(draft);
  const parts = fingerprintsOf({ modules: modulesOf(draft), forms: forms.map(({ value }) => value.form) });
  const differences = differencesOf(draft, candidate, { was, parts });
  const { momentId, latest } = head.value;
  const basis = lying?.value.published.momentVersion;
  const before = basis !== undefined && latest !== undefined ? { basis, latest } : undefined;
  const momentVersion = nextVersion(before, differences);
  return {
    ...{ basis, differences, momentVersion, told: toldDifferences(differences) },
    candidate: withEarlierWordsOf(draft, candidate, momentVersion),
    fingerprint: { momentId, momentVersion, parts },
  };
};

/** What is told of a version, and what others are compared with it by; apart from the version itself. */
export const publicationChanges = (
  { basis, momentVersion, told, fingerprint }: ReturnType<typeof nextPublication>,
  publishedAt: string,
): Change[] => [
  create(entities.publication, {
    ...{ momentId: fingerprint.momentId, momentVersion, publishedAt },
    ...(basis === undefined ? {} : { basis, ...told }),
  }),
  create(entities.versionFingerprint, fingerprint),
  // Written over unread: the condition on the moment's head lets one publish at a time.
  keep(entities.majorFingerprint, fingerprint),
];
