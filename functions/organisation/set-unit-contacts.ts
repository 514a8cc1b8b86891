import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { setUnitContacts as contract } from './contracts.ts';
import { unitSubject } from './unit-subject.ts';

export const setUnitContacts = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.unit(params.unitId)),
  subject: unitSubject,
  decide: (before, { body: contacts }) => ({
    body: { unitId: before.value.hsaId, ...contacts },
    version: before.version + 1,
    changes: [replace(entities.unit, before, { ...before.value, contacts })],
  }),
});

export const handler = httpHandler(setUnitContacts);
