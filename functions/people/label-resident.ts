import { assertNamesNobody } from '../../shared/domain/care/resident-label.ts';
import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { labelResident as contract } from './contracts.ts';
import { residentAtUnit } from './resident-at-unit.ts';

export const labelResident = writeUseCase(contract, {
  async load({ organisation, people }, { params: { unitId, residentId } }) {
    const [unit, approval] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, residentId),
    ]);
    return { unit: found(unit).value, approval: found(approval) };
  },
  subject: ({ unit, approval }) => residentAtUnit(unit, approval.value.person),
  ask: ({ personRegister }, { approval }) => personRegister.person(approval.value.person.personnummer),
  decide({ approval }, { body: { label } }, registered) {
    const { label: _, ...unlabelled } = approval.value;
    // Whom the register does not know has no name to be found in it.
    assertNamesNobody(label, { personnummer: unlabelled.person.personnummer, name: registered?.name ?? '' });
    const labelled = label === undefined ? unlabelled : { ...unlabelled, label };
    return { body: { label }, changes: [replace(entities.approval, approval, labelled)] };
  },
});

export const handler = httpHandler(labelResident);
