import { assertVisibleFor } from '../../../shared/domain/provider.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { postInformationMessage as contract } from './contracts.ts';

export const postInformationMessage = writeUseCase(contract, {
  load: () => Promise.resolve(),
  subject: (_, { params: { providerId } }) => ({ provider: providerId, resource: {} }),
  decide(_, { params: { providerId }, body: { text, visibleFrom, visibleTo }, caller, now, newId }) {
    const messageId = newId();
    const message = {
      ...{ provider: providerId, messageId, text, visibleFrom: visibleFrom ?? now, postedBy: caller.hsaId },
      ...(visibleTo === undefined ? {} : { visibleTo }),
      state: 'posted' as const,
    };
    assertVisibleFor(message);
    return {
      body: { messageId },
      version: 1,
      resource: { messageId },
      changes: [create(entities.informationMessage, message)],
    };
  },
});

export const handler = httpHandler(postInformationMessage);
