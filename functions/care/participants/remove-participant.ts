import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { remove } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { removeParticipant as contract } from './contracts.ts';
import { loadParticipant } from './participant-loading.ts';

export const removeParticipant = writeUseCase(contract, {
  load: (stores, { params, body }) => loadParticipant(stores, params.instanceId, body.staff),
  subject: ({ instance }, { body: { staff } }) => instanceSubject(instance, { staff }),
  decide: ({ before }, { now }) => ({
    body: { removedAt: now },
    changes: [remove(entities.participant, found(before))],
  }),
});

export const handler = httpHandler(removeParticipant);
