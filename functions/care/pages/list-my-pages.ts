import { answeredState } from '../../../shared/domain/moment/resident-overview.ts';
import { withEtag } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { activationFor } from '../instance-loading.ts';
import { formSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { assertFormOpen } from '../planned-contents.ts';
import { listMyPages as contract } from './contracts.ts';
import { loadPages } from './page-loading.ts';

export const listMyPages = readUseCase(contract, {
  async load(stores, request) {
    const [listed, plan] = await Promise.all([
      loadPages(stores, request),
      stores.instances.contentPlan(request.params.instanceId),
    ]);
    return { ...listed, plan: plan?.value };
  },
  subject: ({ instance }, { params: { formId } }) => formSubject(instance, { formId }),
  async fetch({ moments }, { instance, plan }, { params: { formId }, now }) {
    assertFormOpen(await activationFor(moments, instance), plan, formId, now);
  },
  begins: (loaded, { now }) => openingChanges(loaded, now),
  answer: ({ page: { items, next } }) => ({
    body: {
      pages: items.map(({ value, version }) => ({
        page: String(value.page),
        ...withEtag(answeredState({ ...value, version })),
      })),
      next,
    },
  }),
});

export const handler = httpHandler(listMyPages);
