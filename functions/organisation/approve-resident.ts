import { found } from '../../shared/domain/found.ts';
import { assertActive, assertRegistered } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demand, save } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { approveResident as contract } from './contracts.ts';

export const approveResident = writeUseCase(contract, {
  async load({ organisation }, { params, body, identify }) {
    const resident = identify(body.personnummer);
    const [unit, registration, approval] = await Promise.all([
      organisation.unit(params.unitId),
      organisation.registration(resident.key),
      organisation.approval(params.unitId, resident.key),
    ]);
    return { resident, unit: found(unit).value, registration: registration?.value, approval };
  },
  subject: ({ resident, unit: { hsaId, provider } }) => ({
    provider,
    unit: hsaId,
    patient: resident,
    resource: {},
  }),
  decide({ resident, unit, registration, approval }, { body: { scope } }) {
    assertActive(unit);
    assertRegistered(registration);
    const approved = { unit: unit.hsaId, person: resident, scope, state: 'approved' as const };
    return {
      body: { scope, state: 'approved' as const },
      changes: [save(entities.approval, approval, approved), demand(entities.unit, unit, ['active'])],
    };
  },
});

export const handler = httpHandler(approveResident);
