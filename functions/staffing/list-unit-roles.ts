import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listUnitRoles as contract } from './contracts.ts';
import { namesIn, roleList } from './role-lists.ts';
import { subjectAt } from './role-place.ts';

export const listUnitRoles = readUseCase(contract, {
  async load({ organisation }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      organisation.rolesAt(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => subjectAt({ provider, unit: hsaId }),
  fetch: (stores, { page }) => namesIn(stores, page),
  answer: ({ page }, names) => ({ body: roleList(page, names) }),
});

export const handler = httpHandler(listUnitRoles);
