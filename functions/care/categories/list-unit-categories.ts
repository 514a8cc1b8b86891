import { shownCategories } from '../../../shared/domain/care/unit-categories.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { categoriesSubject, loadCategories } from './category-loading.ts';
import { listUnitCategories as contract } from './contracts.ts';

export const listUnitCategories = readUseCase(contract, {
  load: loadCategories,
  subject: categoriesSubject,
  answer: ({ before }) => ({
    body: { categories: shownCategories(before?.value.names ?? {}) },
    version: before?.version ?? 0,
  }),
});

export const handler = httpHandler(listUnitCategories);
