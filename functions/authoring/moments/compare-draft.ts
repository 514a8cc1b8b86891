import { compareModules } from '../../../shared/domain/content/compare-modules.ts';
import type { Difference } from '../../../shared/domain/content/difference.ts';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { compareFormVersions } from '../../../shared/domain/form/comparing/compare-form-versions.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { compareVersions } from '../../../shared/domain/moment/comparing/compare-versions.ts';
import { detailDifferences } from '../../../shared/domain/moment/comparing/detail-differences.ts';
import { toldDifferences } from '../../../shared/domain/moment/comparing/told-differences.ts';
import type { FormRef } from '../../../shared/domain/moment/draft.ts';
import type { DraftBasis } from '../../../shared/domain/moment/draft-basis.ts';
import { nextVersion } from '../../../shared/domain/moment/next-version.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { candidateOf, modulesOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { compareDraft as contract } from './contracts.ts';

type Basis = DraftBasis['published'];

/** A form before and after, for each that is in both and differs. */
const changedForms = (draft: Draft, basis: Basis) => {
  const before = new Map(basis.forms.map((form) => [form.formId, form]));
  return draft.forms.flatMap(({ value: { form: is } }) => {
    const was = before.get(is.formId);
    return was === undefined || was.digest === is.digest ? [] : [{ was, is }];
  });
};

interface Fetched {
  readonly before: readonly ModuleOutline[];
  readonly forms: ReadonlyMap<string, Form>;
}

const fetchDifferent = async ({ moments }: Stores, draft: Draft): Promise<Fetched> => {
  const basis = draft.basis?.value.published;
  if (!basis) return { before: [], forms: new Map() };
  const { momentId, momentVersion } = basis;
  const [modules, forms] = await Promise.all([
    moments.publishedModules(momentId, momentVersion),
    moments.keptForms(
      momentId,
      changedForms(draft, basis).flatMap(({ was, is }) => [was.digest, is.digest]),
    ),
  ]);
  return { before: modules.map(({ module }) => module), forms };
};

const insideModules = (draft: Draft, { before }: Fetched): [string, Difference[]][] => {
  const earlier = new Map(before.map((module) => [module.moduleId, module]));
  return modulesOf(draft).flatMap((module) => {
    const was = earlier.get(module.moduleId);
    return was ? [[`/modules/${module.moduleId}`, compareModules(was, module)]] : [];
  });
};

const insideForms = (draft: Draft, basis: Basis, { forms }: Fetched): [string, Difference[]][] => {
  const formOf = ({ digest, words }: FormRef) => ({ form: found(forms.get(digest)), words });
  return changedForms(draft, basis).map(({ was, is }) => [
    `/forms/${is.formId}`,
    compareFormVersions(formOf(was), formOf(is)),
  ]);
};

const differencesOf = (draft: Draft, fetched: Fetched): Difference[] => {
  const basis = draft.basis?.value.published;
  if (!basis) return [];
  return detailDifferences(
    compareVersions(basis, candidateOf(draft)),
    new Map([...insideModules(draft, fetched), ...insideForms(draft, basis, fetched)]),
  );
};

export const compareDraft = readUseCase(contract, {
  load: async ({ moments }, { params: { momentId } }) => found(await moments.draft(momentId)),
  subject: ({ head }) => momentSubject(head),
  fetch: fetchDifferent,
  answer(draft, fetched, { language }) {
    const { latest } = draft.head.value;
    const basis = draft.basis?.value.published.momentVersion;
    const before = basis !== undefined && latest !== undefined ? { basis, latest } : undefined;
    const differences = differencesOf(draft, fetched);
    const told = toldDifferences(differences);
    const unchanged = before !== undefined && differences.length === 0;
    return {
      version: draft.head.version,
      body: {
        ...{ latest, basis, ...told, differences: toldIn(language, told.differences) },
        nextVersion: unchanged ? undefined : nextVersion(before, differences),
      },
    };
  },
});

export const handler = httpHandler(compareDraft);
