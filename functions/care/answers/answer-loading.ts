import type { ResidentPrincipal } from '../../../shared/auth/principal.ts';
import type { Representation } from '../../../shared/auth/represent.ts';
import type { ContentPlan } from '../../../shared/domain/care/content-plan.ts';
import { screenOf } from '../../../shared/domain/care/form-answers.ts';
import type { FormInstance } from '../../../shared/domain/care/form-instance.ts';
import { assertSameMajor, type Instance } from '../../../shared/domain/care/instance.ts';
import { assertOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { assertBegun, isDay } from '../../../shared/domain/care/page.ts';
import { writersAfter } from '../../../shared/domain/care/writers.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertShown } from '../../../shared/domain/moment/answerable-form.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { Problem } from '../../../shared/domain/problem.ts';

import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { formSubject } from '../instance-subject.ts';
import { assertFormOpen } from '../planned-contents.ts';

interface Given {
  readonly params: { readonly instanceId: string; readonly formId: string };
  readonly query: { readonly page?: string | undefined };
  readonly body: {
    readonly momentId: string;
    readonly momentVersion: string;
    readonly formVersion: string;
  };
}

interface AnswerBasis {
  readonly instance: Instance;
  readonly plan: ContentPlan | undefined;
  readonly before: Stored<FormInstance> | undefined;
  readonly version: PublishedVersion | undefined;
  readonly form: Form | undefined;
}

/**
 * All that saving or submitting answers rests on, in one round trip: the body names the version and the form, so nothing waits for the
 * instance, and `assertAnswerable` sees whether they belong together.
 */
export const loadForAnswering = async (
  { instances, moments }: Stores,
  { params: { instanceId, formId }, query: { page }, body: { momentId, momentVersion, formVersion } }: Given,
): Promise<AnswerBasis> => {
  const [instance, plan, before, version, kept] = await Promise.all([
    instances.instance(instanceId),
    instances.contentPlan(instanceId),
    instances.form(instanceId, formId, page),
    moments.version(momentId, momentVersion),
    moments.keptForm(momentId, formVersion),
  ]);
  return {
    ...{ instance: found(instance).value, plan: plan?.value },
    ...{ before, version: version?.value, form: kept?.value.form },
  };
};

export const answeringSubject = (
  { instance, before }: AnswerBasis,
  { params: { formId }, query }: Given,
) => ({
  ...formSubject(instance, { formId, ...query }),
  version: before?.version ?? 0,
});

interface Writing extends Given {
  readonly caller: ResidentPrincipal;
  readonly representation: Representation;
  readonly now: string;
}

/** When, where and by whom it is written. What a guardian or proxy writes is recorded as theirs (ID-8). */
export const writingAt = (
  { before }: AnswerBasis,
  session: string,
  { caller: { person }, representation: { as }, now }: Writing,
) => ({
  version: (before?.version ?? 0) + 1,
  screen: screenOf(session, { as, key: person.key }),
  at: now,
  by: as,
});

/** What stands beside answers that are kept. */
export const givenIn = (
  { before }: AnswerBasis,
  { body: { momentVersion, formVersion }, caller: { person }, representation: { as } }: Writing,
) => ({ momentVersion, formVersion, ...writersAfter(before?.value.draft, { as, person }) });

/** A calendar’s page is begun with the first answer, and a tab’s by `createMyPage`, which gives it its number. */
const assertPageBegun = (page: string, now: string): void => {
  if (!isDay(page)) throw new Problem('not-found');
  assertBegun(page, now, '/query/page');
};

/** The form in which answers are given now. */
export const assertAnswerable = (
  { instance, plan, before, version, form }: AnswerBasis,
  { params: { formId }, query: { page }, body, now }: Given & { readonly now: string },
): Form => {
  assertOpenTo(instance, { formId });
  assertSameMajor(instance, body);
  if (!version) throw new Problem('form-version-mismatch');
  assertFormOpen(version, plan, formId, now);
  assertShown(version.forms, { formId, formVersion: body.formVersion, page });
  if (page !== undefined && !before) assertPageBegun(page, now);
  return found(form);
};
