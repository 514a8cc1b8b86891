import { assertOffers, assertWritable, writableStates } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { sendMessage as contract } from './contracts.ts';

export const sendMessage = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  decide(instance, { body: { text }, caller, now, newId }) {
    assertWritable(instance);
    assertOffers(instance, 'messages');
    const messageId = newId();
    const { instanceId } = instance;
    const message = {
      instanceId,
      messageId,
      from: 'staff' as const,
      author: caller.hsaId,
      text,
      sentAt: now,
    };
    return {
      body: { messageId, sentAt: now },
      resource: { messageId },
      changes: [create(entities.message, message), demand(entities.instance, instance, writableStates)],
    };
  },
});

export const handler = httpHandler(sendMessage);
