import { found } from '../../shared/domain/found.ts';
import { assertApproved } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { withdrawApproval as contract } from './contracts.ts';
import { residentAtUnit } from './resident-at-unit.ts';

export const withdrawApproval = writeUseCase(contract, {
  async load({ organisation, people }, { params, body, identify }) {
    const resident = identify(body.personnummer);
    const [unit, approval] = await Promise.all([
      organisation.unit(params.unitId),
      people.approval(params.unitId, resident.key),
    ]);
    return { resident, unit: found(unit).value, approval };
  },
  subject: ({ resident, unit }) => residentAtUnit(unit, resident),
  decide({ approval }) {
    assertApproved(approval?.value);
    const before = found(approval);
    const state = 'withdrawn' as const;
    return { body: { state }, changes: [replace(entities.approval, before, { ...before.value, state })] };
  },
});

export const handler = httpHandler(withdrawApproval);
