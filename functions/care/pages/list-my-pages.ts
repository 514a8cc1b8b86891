import { answeredState } from '../../../shared/domain/moment/resident-overview.ts';
import { withEtag } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { formSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { listMyPages as contract } from './contracts.ts';
import { loadPages } from './page-loading.ts';

export const listMyPages = readUseCase(contract, {
  load: loadPages,
  subject: ({ instance }, { params: { formId } }) => formSubject(instance, { formId }),
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
