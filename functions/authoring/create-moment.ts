import { found } from '../../shared/domain/found.ts';
import { assertActive } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { create, demand } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { createMoment as contract } from './contracts.ts';

export const createMoment = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.unit(params.unitId)).value,
  subject: ({ hsaId, provider }) => ({ provider, unit: hsaId, resource: {} }),
  decide(unit, { body, newId }) {
    assertActive(unit);
    const momentId = newId();
    const moment = {
      ...body,
      momentId,
      unit: unit.hsaId,
      unitKind: unit.kind,
      provider: unit.provider,
      welcome: '',
      moduleIds: [],
      formIds: [],
      state: 'draft' as const,
      verdicts: {},
      latestMajor: 0,
    };
    return {
      body: { momentId },
      version: 1,
      resource: { momentId },
      changes: [create(entities.moment, moment), demand(entities.unit, unit, ['active'])],
    };
  },
});

export const handler = httpHandler(createMoment);
