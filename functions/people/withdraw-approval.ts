import { residentNamed } from '../../shared/contract/named-resident.ts';
import { endingByWithdrawal, runningIn } from '../../shared/domain/care/withdrawal.ts';
import { found } from '../../shared/domain/found.ts';
import { assertApproved } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { dropUnread, replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { endUnread } from '../../shared/persistence/instances/ending-changes.ts';
import { endedHere } from '../../shared/persistence/organisation/running-changes.ts';
import { withdrawApproval as contract } from './contracts.ts';
import { residentAtUnit } from './resident-at-unit.ts';

export const withdrawApproval = writeUseCase(contract, {
  async load({ organisation, people }, request) {
    const { unitId } = request.params;
    const { residentId, person } = residentNamed(request.body, unitId, request);
    const [unit, approval] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, residentId),
    ]);
    return {
      ...{ unit: found(unit).value, approval },
      resident: person ?? found(approval).value.person,
    };
  },
  subject: ({ resident, unit }) => residentAtUnit(unit, resident),
  decide({ unit, approval }, { body, caller, now }) {
    const running = runningIn(assertApproved(approval?.value));
    const before = found(approval);
    const state = 'withdrawn' as const;
    const ending = endingByWithdrawal(running, body.running, { by: caller.hsaId, at: now });
    return {
      body: { state, ended: running },
      resource: ending ? { ended: running.map(({ instanceId }) => instanceId).join(' ') } : {},
      changes: [
        replace(entities.approval, before, { ...before.value, state, running: {}, runs: {} }),
        dropUnread(entities.approvedAt, { personKey: before.value.person.key, unit: unit.hsaId }),
        ...(ending ? running.map(({ instanceId }) => endUnread(instanceId, ending)) : []),
        ...endedHere(unit, running),
      ],
    };
  },
});

export const handler = httpHandler(withdrawApproval);
