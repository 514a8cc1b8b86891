import { assertUseKnown } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { renameUnit as contract } from './contracts.ts';
import { unitSubject } from './unit-subject.ts';
import { loadUnitInUse } from './unit-use.ts';

export const renameUnit = writeUseCase(contract, {
  load: loadUnitInUse,
  subject: ({ before }) => unitSubject(before),
  decide({ before, use }, { body: { name, confirmed } }) {
    assertUseKnown(use, confirmed);
    return {
      body: { unitId: before.value.hsaId, name },
      version: before.version + 1,
      changes: [replace(entities.unit, before, { ...before.value, name })],
    };
  },
});

export const handler = httpHandler(renameUnit);
