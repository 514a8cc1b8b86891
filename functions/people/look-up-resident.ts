import { residentNamed } from '../../shared/contract/named-resident.ts';
import { runningIn } from '../../shared/domain/care/withdrawal.ts';
import { found } from '../../shared/domain/found.ts';
import {
  assertActive,
  assertApproved,
  assertRegistered,
  assertTreats,
} from '../../shared/domain/organisation.ts';
import { showResident, withLabel } from '../../shared/domain/registered-person.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { lookUpResident as contract } from './contracts.ts';
import { residentAtUnit } from './resident-at-unit.ts';

export const lookUpResident = readUseCase(contract, {
  async load({ organisation, people }, request) {
    const { unitId } = request.params;
    const { residentId, person } = residentNamed(request.body, unitId, request);
    const [unit, approval] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, residentId),
    ]);
    return {
      ...{ unit: found(unit).value, approval: approval?.value, residentId },
      resident: person ?? found(approval).value.person,
    };
  },
  subject: ({ resident, unit }) => residentAtUnit(unit, resident),
  async fetch({ personRegister }, { unit, approval, resident }, { roles }) {
    // Whoever approves looks for somebody new; to all others only the unit’s own residents are shown.
    if (!roles.includes('resident-admin')) assertApproved(approval);
    const isTheirs = approval?.state === 'approved';
    if (!isTheirs) assertActive(unit);
    const registered = await personRegister.person(resident.personnummer);
    // What runs goes on, on a unit that is closed and for whoever has died: it is looked at before it is ended.
    if (!isTheirs) assertTreats(unit, assertRegistered(registered));
    return registered;
  },
  answer: ({ approval, resident, residentId }, registered) => ({
    body: {
      resident: withLabel(
        showResident(resident, registered, () => residentId),
        approval,
      ),
      registeredInSweden: registered?.registeredInSweden === true,
      ...(approval ? { approval: { scope: approval.scope, state: approval.state } } : {}),
      running: approval ? runningIn(approval) : [],
    },
  }),
});

export const handler = httpHandler(lookUpResident);
