import { found } from '../../shared/domain/found.ts';
import { assertGives, withoutAdministrator } from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { withdrawUnitRole as contract } from './contracts.ts';
import { administratorChanges } from './holder-changes.ts';
import { practisingNoMore, withdrawing } from './role-assignment-changes.ts';
import { subjectAt } from './role-place.ts';

export const withdrawUnitRole = writeUseCase(contract, {
  async load({ organisation }, { params: { unitId }, body: { staff, role } }) {
    const [unit, administrators, held, practising] = await Promise.all([
      organisation.unit(unitId),
      organisation.administrators(unitId),
      organisation.roleAt(staff, unitId, role),
      role === 'practitioner' ? organisation.practising(staff, unitId) : undefined,
    ]);
    return { unit: found(unit).value, administrators, held, practising };
  },
  subject: ({ unit: { hsaId, provider } }, { body }) => subjectAt({ provider, unit: hsaId }, body),
  decide({ unit, administrators, held, practising }, request) {
    const { body, roles } = request;
    assertGives(roles, body.role);
    const withdrawn = withdrawing(found(held), request);
    const { advice, changes } = administratorChanges(unit, administrators, body, withoutAdministrator);
    if (body.role !== 'practitioner')
      return { body: { ...body, advice: [...advice] }, changes: [...withdrawn, ...changes] };
    const left = practising?.value.running ?? 0;
    return {
      body: {
        ...body,
        advice: [...advice, ...(left > 0 ? (['moments-without-practitioner'] as const) : [])],
        runningMoments: left,
      },
      changes: [
        ...withdrawn,
        practisingNoMore({ staff: body.staff, unit: unit.hsaId }, practising),
        ...changes,
      ],
    };
  },
});

export const handler = httpHandler(withdrawUnitRole);
