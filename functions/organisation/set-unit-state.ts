import { assertLeadsTo, assertUseKnown } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { agreementDemands } from '../../shared/persistence/organisation/agreement-demands.ts';
import { setUnitState as contract } from './contracts.ts';
import { unitSubject } from './unit-subject.ts';
import { loadUnitInUse } from './unit-use.ts';

export const setUnitState = writeUseCase(contract, {
  load: loadUnitInUse,
  subject: ({ before }) => unitSubject(before),
  decide({ before, use }, { body: { state, confirmed }, now }) {
    const unit = before.value;
    assertLeadsTo(state, unit);
    if (state === 'inactive') assertUseKnown(use, confirmed);
    return {
      body: { unitId: unit.hsaId, state },
      version: before.version + 1,
      changes: [
        replace(entities.unit, before, { ...unit, state }),
        ...(state === 'active' ? agreementDemands(unit, now) : []),
      ],
    };
  },
});

export const handler = httpHandler(setUnitState);
