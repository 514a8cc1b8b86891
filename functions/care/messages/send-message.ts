import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertCanBeWrittenTo } from '../../../shared/domain/registered-person.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { sentMessage } from '../../../shared/persistence/instances/message-changes.ts';
import { orUnanswered } from '../../../shared/registers/or-unanswered.ts';
import { instanceSubject } from '../instance-subject.ts';
import { sendMessage as contract } from './contracts.ts';
import { assertSendable } from './sending.ts';

export const sendMessage = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  ask({ personRegister }, instance) {
    assertSendable(instance);
    // Care does not wait for a register: it is asked for as long as for somebody who opens what is their own.
    return orUnanswered(personRegister.oneself(instance.resident.personnummer));
  },
  decide(instance, { body: { text }, caller, now, newId }, registered) {
    assertSendable(instance);
    assertCanBeWrittenTo(registered, now);
    const messageId = newId();
    const { instanceId } = instance;
    const sent = {
      ...{ instanceId, messageId, from: 'staff' as const, author: caller.hsaId },
      ...{ text, sentAt: now },
    };
    return {
      body: { messageId, sentAt: now },
      resource: { messageId },
      changes: sentMessage(instance, sent, statesOpenTo(instance, 'messages')),
    };
  },
});

export const handler = httpHandler(sendMessage);
