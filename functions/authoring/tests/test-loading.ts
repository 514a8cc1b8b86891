import { found } from '../../../shared/domain/found.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import { residentOverview, type TableOfContents } from '../../../shared/domain/moment/resident-overview.ts';
import { isCurrent, type TestForm, type TestRun } from '../../../shared/domain/moment/test-run.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface TestIds {
  readonly momentId: string;
  readonly testId: string;
}

interface OfTest {
  readonly head: Stored<Moment>;
  readonly run: TestRun;
}

/** The moment and the test of it that a request names. */
export const loadTest = async (
  moments: Stores['moments'],
  { momentId, testId }: TestIds,
): Promise<OfTest> => {
  const [head, run] = await Promise.all([moments.moment(momentId), moments.testRun(momentId, testId)]);
  return { head: found(head), run: found(run).value };
};

/** Test data is about nobody: it lies with the moment, and so does what the log says of it. `version` is a form’s own. */
export const testSubject = (
  { head, run: { testId } }: OfTest,
  part: Readonly<Record<string, string>> = {},
  version = 0,
): RequestSubject => ({ ...momentSubject(head, { testId, ...part }), version });

export interface Tested {
  readonly draft: Draft;
  readonly run: TestRun;
  readonly answered: readonly Stored<TestForm>[];
}

/** All that the test resident has, in one round trip. */
export const loadTested = async (
  moments: Stores['moments'],
  { momentId, testId }: TestIds,
): Promise<Tested> => {
  const [draft, run, answered] = await Promise.all([
    moments.draft(momentId),
    moments.testRun(momentId, testId),
    moments.testForms(momentId, testId),
  ]);
  return { draft: found(draft), run: found(run).value, answered };
};

/** What publishing would put into the version: modules in the outline’s order, and nothing that is not in it. */
const contentsOf = ({ outline, modules, forms }: Draft): TableOfContents => {
  const { title, welcome, functions, moduleIds } = outline.value.outline;
  const byId = new Map(modules.map(({ value: { module } }) => [module.moduleId, module]));
  return {
    ...{ title, welcome, functions },
    modules: moduleIds.flatMap((moduleId) => byId.get(moduleId) ?? []),
    forms: forms.map(({ value }) => value.form),
  };
};

/** The very view that a resident has of what runs for them (CARE-4). */
export const testedView = ({ draft, run, answered }: Tested) => ({
  testId: run.testId,
  startedAt: run.startedAt,
  current: isCurrent(run, draft.head.value),
  ...residentOverview(
    contentsOf(draft),
    answered.map(({ value, version }) => ({ ...value, version })),
  ),
});
