import { categoriesAfter, shownCategories } from '../../../shared/domain/care/unit-categories.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { categoriesSubject, loadCategories } from './category-loading.ts';
import { setUnitCategories as contract } from './contracts.ts';

export const setUnitCategories = writeUseCase(contract, {
  load: loadCategories,
  subject: categoriesSubject,
  decide({ unit: { hsaId }, before }, { body: { categories }, newId }) {
    const names = categoriesAfter(before?.value.names ?? {}, categories, newId);
    return {
      body: { categories: shownCategories(names) },
      version: (before?.version ?? 0) + 1,
      changes: [replaceOrCreate(entities.unitCategories, before, { unit: hsaId, names })],
    };
  },
});

export const handler = httpHandler(setUnitCategories);
