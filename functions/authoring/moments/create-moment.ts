import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertActive } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';
import { createMoment as contract } from './contracts.ts';

export const createMoment = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.unit(params.unitId)).value,
  subject: ({ hsaId, provider }) => ({ provider, unit: hsaId, resource: {} }),
  decide(unit, { body: { title, kind }, now, newId }) {
    assertActive(unit);
    const momentId = newId();
    const head = {
      ...{ momentId, title, kind },
      unit: unit.hsaId,
      unitKind: unit.kind,
      provider: unit.provider,
      state: 'draft' as const,
      revision: 0,
      verdicts: {},
    };
    const outline = {
      title,
      kind,
      welcome: '',
      functions: usualFunctions,
      open: false,
      openedByPractitioner: [],
      moduleIds: [],
    };
    return {
      body: { momentId },
      version: 1,
      resource: { momentId },
      changes: [
        create(entities.moment, head),
        create(entities.draftOutline, { momentId, outline }),
        demand(entities.unit, unit, ['active']),
        ...agreementDemands(unit, now),
      ],
    };
  },
});

export const handler = httpHandler(createMoment);
