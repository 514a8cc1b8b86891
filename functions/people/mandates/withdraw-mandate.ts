import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { residentAtUnit } from '../resident-at-unit.ts';
import { withdrawMandate as contract } from './contracts.ts';
import { revokedMandate } from './revoked-mandate.ts';

export const withdrawMandate = writeUseCase(contract, {
  async load({ organisation, people }, { params: { unitId }, body, identify }) {
    const resident = identify(body.resident);
    const [unit, mandate] = await Promise.all([
      organisation.unit(unitId),
      people.mandate(resident.key, identify(body.proxy).key, body.mandateId),
    ]);
    return { resident, unit: found(unit).value, mandate };
  },
  subject: ({ resident, unit }, { body: { mandateId } }) => residentAtUnit(unit, resident, { mandateId }),
  decide({ unit, mandate }) {
    const before = found(mandate);
    // Another unit’s, or the resident’s own, is not this unit’s to know of.
    if (before.value.registered?.unit !== unit.hsaId) throw new Problem('not-found');
    return revokedMandate(before);
  },
});

export const handler = httpHandler(withdrawMandate);
