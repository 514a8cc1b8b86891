import { found } from '../../shared/domain/found.ts';
import { assertGives, withoutAdministrator } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { withdrawUnitRole as contract } from './contracts.ts';
import { administratorChanges } from './holder-changes.ts';
import { withdrawing } from './role-assignment-changes.ts';
import { subjectAt } from './role-place.ts';

export const withdrawUnitRole = writeUseCase(contract, {
  async load({ organisation }, { params: { unitId }, body: { staff, role } }) {
    const [unit, administrators, held] = await Promise.all([
      organisation.unit(unitId),
      organisation.administrators(unitId),
      organisation.roleAt(staff, unitId, role),
    ]);
    return { unit: found(unit).value, administrators, held };
  },
  subject: ({ unit: { hsaId, provider } }, { body }) => subjectAt({ provider, unit: hsaId }, body),
  decide({ unit, administrators, held }, request) {
    const { body, roles } = request;
    assertGives(roles, body.role);
    const withdrawn = withdrawing(found(held), request);
    const { advice, changes } = administratorChanges(unit, administrators, body, withoutAdministrator);
    return { body: { ...body, advice: [...advice] }, changes: [...withdrawn, ...changes] };
  },
});

export const handler = httpHandler(withdrawUnitRole);
