import { found } from '../../../shared/domain/found.ts';
import type { UnitMandate } from '../../../shared/domain/mandate.ts';
import { assertActive } from '../../../shared/domain/organisation.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, demandUnread } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { confirmMandate as contract } from './contracts.ts';
import { replaced } from './mandate-writing.ts';
import { partiesNamed } from './named-parties.ts';
import { closedAtUnit, openUnreadWithGiver, openWithGiver } from './open-mandates.ts';
import { unitMandateSubject } from './unit-mandate.ts';

interface Confirming {
  readonly by: string;
  readonly now: string;
}

const confirmed = ({ value }: Stored<UnitMandate>, { by, now }: Confirming): UnitMandate => {
  const { state, registered, answerBy } = value;
  if (registered.by === by) throw new Problem('mandate-registered-by-you');
  if (state !== 'registered' || answerBy <= now) throw new Problem('illegal-state');
  return { ...value, state: 'confirmed', registered: { ...registered, confirmedBy: by } };
};

export const confirmMandate = writeUseCase(contract, {
  async load({ organisation, people }, request) {
    const { params, body, identify } = request;
    const byNumber = body.resident === undefined ? undefined : identify(body.resident);
    const [unit, mandate, { resident, proxy }, given] = await Promise.all([
      organisation.unit(params.unitId),
      people.unitMandate(params.unitId, body.mandateId),
      partiesNamed(people, request),
      byNumber && people.openMandates(byNumber.key, 'giver'),
    ]);
    return { resident, proxy, unit: found(unit).value, mandate, given, isRead: byNumber !== undefined };
  },
  subject: ({ unit, resident, proxy }, { body: { mandateId } }) =>
    unitMandateSubject(unit, { resident, proxy, mandateId }),
  decide({ unit, resident, proxy, mandate, given, isRead }, { caller, now, shownIdFor }) {
    assertActive(unit);
    const before = found(mandate);
    // Who names others than the first administrator has not confirmed what that one wrote.
    const isSame = before.value.resident.key === resident.key && before.value.proxy.key === proxy.key;
    if (!isSame) throw new Problem('not-found');
    const after = confirmed(before, { by: caller.hsaId, now });
    return {
      body: { mandateId: after.mandateId },
      changes: [
        ...replaced(before, after),
        closedAtUnit(after),
        isRead ? openWithGiver(given, after, now) : openUnreadWithGiver(after, now),
        demand(entities.unit, unit, ['active']),
        demandUnread(
          entities.approval,
          keys.approval(unit.hsaId, shownIdFor({ unit: unit.hsaId })(resident)),
          {
            state: ['approved'],
            otherwise: 'resident-not-approved',
          },
        ),
      ],
    };
  },
});

export const handler = httpHandler(confirmMandate);
