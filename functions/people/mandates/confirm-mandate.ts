import { assertActive } from '../../../shared/domain/organisation.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, demandUnread, replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { confirmMandate as contract } from './contracts.ts';
import { openWithProxy } from './open-mandates.ts';
import { loadUnitMandate, registeredBy, unitMandateSubject } from './unit-mandate.ts';

export const confirmMandate = writeUseCase(contract, {
  load: loadUnitMandate,
  subject: unitMandateSubject,
  decide({ unit, resident, mandate: found, sides }, { caller, now }) {
    assertActive(unit);
    const { before, registered } = registeredBy(unit, found);
    if (registered.by === caller.hsaId) throw new Problem('mandate-registered-by-you');
    if (before.value.state !== 'registered' || before.value.answerBy <= now)
      throw new Problem('illegal-state');
    const mandate = {
      ...before.value,
      state: 'confirmed' as const,
      registered: { ...registered, confirmedBy: caller.hsaId },
    };
    return {
      body: { mandateId: mandate.mandateId },
      changes: [
        replace(entities.mandate, before, mandate),
        openWithProxy(sides.proxy, mandate, now),
        demand(entities.unit, unit, ['active']),
        demandUnread(entities.approval, keys.approval(unit.hsaId, resident.key), {
          state: ['approved'],
          otherwise: 'resident-not-approved',
        }),
      ],
    };
  },
});

export const handler = httpHandler(confirmMandate);
