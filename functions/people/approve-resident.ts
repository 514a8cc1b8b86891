import { found } from '../../shared/domain/found.ts';
import { assertActive, assertRegistered, assertTreats } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { agreementDemands } from '../../shared/persistence/organisation/agreement-demands.ts';
import { approveResident as contract } from './contracts.ts';
import { linkChanges } from './earlier-numbers.ts';
import { residentAtUnit } from './resident-at-unit.ts';

export const approveResident = writeUseCase(contract, {
  async load({ organisation, people }, { params, body, identify }) {
    const resident = identify(body.personnummer);
    const [unit, approval, links] = await Promise.all([
      organisation.unit(params.unitId),
      people.approval(params.unitId, resident.key),
      people.links(resident.key),
    ]);
    return { resident, unit: found(unit).value, approval, links };
  },
  subject: ({ resident, unit }) => residentAtUnit(unit, resident),
  ask({ personRegister }, { resident, unit }) {
    assertActive(unit);
    return personRegister.person(resident.personnummer);
  },
  decide({ resident, unit, approval, links }, { body: { scope }, identify, now }, registered) {
    const person = assertRegistered(registered);
    assertTreats(unit, person);
    const approved = { unit: unit.hsaId, person: resident, scope, state: 'approved' as const };
    return {
      body: { scope, state: 'approved' as const },
      changes: [
        replaceOrCreate(entities.approval, approval, approved),
        demand(entities.unit, unit, ['active']),
        ...agreementDemands(unit, now),
        ...linkChanges(resident, person, links, identify),
      ],
    };
  },
});

export const handler = httpHandler(approveResident);
