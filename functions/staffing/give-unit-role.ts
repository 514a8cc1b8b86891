import { found } from '../../shared/domain/found.ts';
import { Problem } from '../../shared/domain/problem.ts';
import {
  assertGives,
  assertNotOneself,
  assertRoleOnUnit,
  assertStaffed,
  canUse,
  lacksCommission,
  staffedStates,
  withHolder,
} from '../../shared/domain/staffing.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demand } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { giveUnitRole as contract } from './contracts.ts';
import { administratorChanges } from './holder-changes.ts';
import { giving, practisingFrom } from './role-assignment-changes.ts';
import { subjectAt } from './role-place.ts';

export const giveUnitRole = writeUseCase(contract, {
  async load({ organisation }, { params: { unitId } }) {
    const [unit, administrators] = await Promise.all([
      organisation.unit(unitId),
      organisation.administrators(unitId),
    ]);
    return { unit: found(unit).value, administrators };
  },
  subject: ({ unit: { hsaId, provider } }, { body }) => subjectAt({ provider, unit: hsaId }, body),
  ask({ staffDirectory }, { unit }, { body, caller, roles, now }) {
    assertGives(roles, body.role);
    assertNotOneself(caller.hsaId, body.staff);
    assertRoleOnUnit(body.role, unit);
    assertStaffed(unit);
    return staffDirectory.person(body.staff, canUse(body.role, unit, now));
  },
  decide({ unit, administrators }, request, person) {
    const { body, now } = request;
    if (!person) throw new Problem('staff-unknown');
    const place = { provider: unit.provider, unit: unit.hsaId };
    const { advice, changes } = administratorChanges(unit, administrators, body, withHolder);
    const unusable = lacksCommission(body.role, person.commissions, unit, now);
    return {
      body: { ...body, advice: [...advice, ...(unusable ? (['commission-missing'] as const) : [])] },
      changes: [
        ...giving(place, body, request),
        ...(body.role === 'practitioner' ? [practisingFrom({ staff: body.staff, unit: unit.hsaId })] : []),
        demand(entities.unit, unit, staffedStates),
        ...changes,
      ],
    };
  },
});

export const handler = httpHandler(giveUnitRole);
