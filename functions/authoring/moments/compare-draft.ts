import { compareModules } from '../../../shared/domain/content/compare-modules.ts';
import type { Difference } from '../../../shared/domain/content/difference.ts';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { compareForms } from '../../../shared/domain/form/comparing/compare-forms.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { compareVersions } from '../../../shared/domain/moment/compare-versions.ts';
import { detailDifferences } from '../../../shared/domain/moment/detail-differences.ts';
import { nextVersion } from '../../../shared/domain/moment/next-version.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { candidateOf, modulesOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { compareDraft as contract } from './contracts.ts';

interface Loaded {
  readonly draft: Draft;
  readonly latest: PublishedVersion | undefined;
}

/** The digests of a form before and after, for each that is in both and differs. */
const changedForms = (draft: Draft, latest: PublishedVersion) => {
  const before = new Map(latest.forms.map(({ formId, digest }) => [formId, digest]));
  return draft.forms.flatMap(({ value: { form } }) => {
    const was = before.get(form.formId);
    return was === undefined || was === form.digest ? [] : [{ formId: form.formId, was, is: form.digest }];
  });
};

interface Fetched {
  readonly before: readonly ModuleOutline[];
  readonly forms: ReadonlyMap<string, Form>;
}

const fetchDifferent = async ({ moments }: Stores, { draft, latest }: Loaded): Promise<Fetched> => {
  if (!latest) return { before: [], forms: new Map() };
  const { momentId } = latest;
  const [modules, forms] = await Promise.all([
    moments.publishedModules(momentId, latest.momentVersion),
    moments.keptForms(
      momentId,
      changedForms(draft, latest).flatMap(({ was, is }) => [was, is]),
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

const insideForms = (draft: Draft, latest: PublishedVersion, { forms }: Fetched): [string, Difference[]][] =>
  changedForms(draft, latest).map(({ formId, was, is }) => [
    `/forms/${formId}`,
    compareForms(found(forms.get(was)), found(forms.get(is))),
  ]);

const differencesOf = ({ draft, latest }: Loaded, fetched: Fetched): Difference[] =>
  latest
    ? detailDifferences(
        compareVersions(latest, candidateOf(draft)),
        new Map([...insideModules(draft, fetched), ...insideForms(draft, latest, fetched)]),
      )
    : [];

export const compareDraft = readUseCase(contract, {
  async load({ moments }, { params: { momentId } }): Promise<Loaded> {
    const [draft, latest] = await Promise.all([moments.draft(momentId), moments.latestVersion(momentId)]);
    return { draft: found(draft), latest: latest?.value };
  },
  subject: ({ draft }) => momentSubject(draft.head),
  fetch: fetchDifferent,
  answer(loaded, fetched) {
    const latest = loaded.latest?.momentVersion;
    const differences = differencesOf(loaded, fetched);
    const unchanged = latest !== undefined && differences.length === 0;
    return {
      version: loaded.draft.head.version,
      body: { latest, nextVersion: unchanged ? undefined : nextVersion(latest, differences), differences },
    };
  },
});

export const handler = httpHandler(compareDraft);
