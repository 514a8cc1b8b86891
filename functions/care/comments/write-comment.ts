import { assertWritable, writableStates } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { writeComment as contract } from './contracts.ts';

export const writeComment = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  decide(instance, { body: { text }, caller, now, newId }) {
    assertWritable(instance);
    const commentId = newId();
    const { instanceId } = instance;
    const written = { instanceId, commentId, author: caller.hsaId, text, writtenAt: now };
    return {
      body: { commentId, writtenAt: now },
      resource: { commentId },
      changes: [create(entities.comment, written), demand(entities.instance, instance, writableStates)],
    };
  },
});

export const handler = httpHandler(writeComment);
