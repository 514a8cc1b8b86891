import { answeredState } from '../../../shared/domain/moment/resident-overview.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { formSubject } from '../instance-subject.ts';
import { listFormPages as contract } from './contracts.ts';
import { loadPages } from './page-loading.ts';

export const listFormPages = readUseCase(contract, {
  load: loadPages,
  subject: ({ instance }, { params: { formId } }) => formSubject(instance, { formId }),
  answer: ({ page: { items, next } }) => ({
    body: {
      pages: items.map(({ value, version }) => ({
        page: String(value.page),
        ...answeredState({ ...value, version }),
      })),
      next,
    },
  }),
});

export const handler = httpHandler(listFormPages);
