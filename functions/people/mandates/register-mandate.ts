import { found } from '../../../shared/domain/found.ts';
import { assertActive, assertApproved, assertRegistered } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { residentAtUnit } from '../resident-at-unit.ts';
import { registerMandate as contract } from './contracts.ts';
import { agreeTerms, assertAdult } from './mandate-terms.ts';
import { created } from './mandate-writing.ts';
import { partiesNamed } from './named-parties.ts';
import { openAtUnit, openUnreadAtUnit } from './open-mandates.ts';

export const registerMandate = writeUseCase(contract, {
  async load({ organisation, people }, request) {
    const { params, body, identify } = request;
    const byNumber = body.resident === undefined ? undefined : identify(body.resident);
    const [unit, { approval, ...parties }, unconfirmed] = await Promise.all([
      organisation.unit(params.unitId),
      partiesNamed(people, request),
      byNumber && people.unconfirmedMandates(byNumber.key, params.unitId),
    ]);
    return { parties, unit: found(unit).value, approval, unconfirmed, isRead: byNumber !== undefined };
  },
  subject: ({ parties: { resident, proxy }, unit }) => ({ ...residentAtUnit(unit, resident), proxy }),
  ask({ personRegister }, { parties, unit, approval }) {
    assertActive(unit);
    assertApproved(approval);
    return personRegister.person(parties.resident.personnummer);
  },
  decide({ parties, unit, approval, unconfirmed, isRead }, { caller, body, now, newId }, registered) {
    const approved = assertApproved(approval);
    assertAdult(assertRegistered(registered), now);
    const mandateId = newId();
    const mandate = {
      mandateId,
      purposes: body.purposes,
      ...agreeTerms(parties, body, now),
      state: 'registered' as const,
      registered: { unit: unit.hsaId, by: caller.hsaId, reason: body.reason },
    };
    return {
      body: { mandateId },
      resource: { mandateId },
      changes: [
        ...created(mandate),
        isRead ? openAtUnit(unconfirmed, mandate, now) : openUnreadAtUnit(mandate),
        demand(entities.unit, unit, ['active']),
        demand(entities.approval, approved, ['approved']),
      ],
    };
  },
});

export const handler = httpHandler(registerMandate);
