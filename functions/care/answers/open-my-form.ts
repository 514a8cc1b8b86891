import { openConflicts } from '../../../shared/domain/care/draft-merging.ts';
import { assertSameMajor } from '../../../shared/domain/care/instance.ts';
import { assertPageFits } from '../../../shared/domain/care/page.ts';
import { found } from '../../../shared/domain/found.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { assertReachedBy } from '../instance-loading.ts';
import { formSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { assertFormOpen } from '../planned-contents.ts';
import { showWriters } from '../shown-writers.ts';
import { openMyForm as contract } from './contracts.ts';

export const openMyForm = readUseCase(contract, {
  async load({ instances, moments }, { params: { instanceId, formId }, query }) {
    const [instance, plan, given, version] = await Promise.all([
      instances.instance(instanceId),
      instances.contentPlan(instanceId),
      instances.form(instanceId, formId, query.page),
      moments.version(query.momentId, query.momentVersion),
    ]);
    return { instance: found(instance).value, plan: plan?.value, given, version: version?.value };
  },
  subject: ({ instance }, { params: { formId }, query: { page } }) => formSubject(instance, { formId, page }),
  async fetch(
    { moments, personRegister },
    { instance, plan, given, version },
    { params: { formId }, query, caller, now, shownIdFor },
  ) {
    assertSameMajor(instance, query);
    const published = found(version);
    assertFormOpen(published, plan, formId, now);
    const { digest, kind } = found(published.forms.find((form) => form.formId === formId));
    if (query.page !== undefined) assertPageFits(kind, query.page);
    const { draft, submitted } = given?.value ?? {};
    const written = [draft, submitted].filter((one) => one !== undefined);
    const earlier = (one: { readonly formVersion: string } | undefined) =>
      one && one.formVersion !== digest ? moments.keptForm(instance.momentId, one.formVersion) : undefined;
    const [kept, draftForm, submittedForm, show] = await Promise.all([
      moments.keptForm(instance.momentId, digest),
      earlier(draft),
      earlier(submitted),
      showWriters(personRegister, written, shownIdFor({ resident: caller.person })),
      assertReachedBy(moments, instance, query.momentVersion),
    ]);
    return {
      ...found(kept).value,
      draft: draft && { ...draft, ...show(draft), form: draftForm?.value.form },
      submitted: submitted && { ...submitted, ...show(submitted), form: submittedForm?.value.form },
    };
  },
  begins: (loaded, { now }) => openingChanges(loaded, now),
  answer({ given }, { form, digest, draft, submitted }) {
    const version = given?.version ?? 0;
    const unasked = given?.value.unasked;
    const conflicts = draft ? openConflicts(draft) : [];
    return {
      body: { draft, submitted, unasked, conflicts, form, formVersion: digest, etag: etagOf(version) },
      version,
    };
  },
});

export const handler = httpHandler(openMyForm);
