import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { sentMessage } from '../../../shared/persistence/instances/message-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { sendMyMessage as contract } from './contracts.ts';
import { assertSendable } from './sending.ts';

export const sendMyMessage = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  // The unit may see to what presses more in that very moment: then this is what waits.
  merges: true,
  decide(instance, { body: { text }, caller: { person }, representation: { as }, now, newId }) {
    assertSendable(instance);
    const messageId = newId();
    const { instanceId } = instance;
    const sent = {
      ...{ instanceId, messageId, from: 'resident' as const, writtenBy: { as, person } },
      ...{ text, sentAt: now },
    };
    return {
      body: { messageId, sentAt: now },
      resource: { messageId },
      changes: sentMessage(instance, sent, statesOpenTo(instance, 'messages')),
    };
  },
});

export const handler = httpHandler(sendMyMessage);
