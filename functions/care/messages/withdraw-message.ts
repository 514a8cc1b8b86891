import { instanceState } from '../../../shared/domain/care/instance.ts';
import { assertWithdrawable } from '../../../shared/domain/care/message.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { amend, demand, replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { instanceSubject } from '../instance-subject.ts';
import { withdrawMessage as contract } from './contracts.ts';

export const withdrawMessage = writeUseCase(contract, {
  async load({ instances }, { params: { instanceId, messageId } }) {
    const [instance, message] = await Promise.all([
      instances.instance(instanceId),
      instances.message(instanceId, messageId),
    ]);
    return { instance: found(instance).value, message };
  },
  subject: ({ instance }, { params: { messageId }, body: { reason } }) =>
    instanceSubject(instance, { messageId, reason }),
  // The resident may read it in that very moment: then that is what they are told of.
  merges: true,
  decide({ instance, message }, { body: { reason }, caller, now }) {
    const sent = assertWithdrawable(message?.value);
    const withdrawn = { reason, by: caller.hsaId, at: now };
    return {
      body: { withdrawnAt: now },
      changes: [
        replace(entities.message, found(message), { ...sent, withdrawn }),
        sent.readAt === undefined
          ? amend(entities.instance, instance, {
              added: { unreadFromStaff: -1 },
              state: instanceState.options,
            })
          : demand(entities.instance, instance),
      ],
    };
  },
});

export const handler = httpHandler(withdrawMessage);
