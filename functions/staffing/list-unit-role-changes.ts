import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listUnitRoleChanges as contract } from './contracts.ts';
import { changeList } from './role-lists.ts';
import { subjectAt } from './role-place.ts';

export const listUnitRoleChanges = readUseCase(contract, {
  async load({ organisation }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      organisation.roleChanges(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => subjectAt({ provider, unit: hsaId }),
  answer: ({ page }) => ({ body: changeList(page) }),
});

export const handler = httpHandler(listUnitRoleChanges);
