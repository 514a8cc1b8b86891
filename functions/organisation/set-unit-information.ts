import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { setUnitInformation as contract } from './contracts.ts';
import { unitSubject } from './unit-subject.ts';

export const setUnitInformation = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.unit(params.unitId)),
  subject: unitSubject,
  decide(before, { body: { text } }) {
    const { information: _, ...unit } = before.value;
    const informed = text === '' ? unit : { ...unit, information: text };
    return {
      body: { unitId: unit.hsaId, information: text },
      version: before.version + 1,
      changes: [replace(entities.unit, before, informed)],
    };
  },
});

export const handler = httpHandler(setUnitInformation);
