import { assertPosted } from '../../../shared/domain/provider.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { withdrawInformationMessage as contract } from './contracts.ts';
import { loadMessage, messageSubject } from './message-loading.ts';

export const withdrawInformationMessage = writeUseCase(contract, {
  load: loadMessage,
  subject: messageSubject,
  decide(before) {
    assertPosted(before.value);
    const withdrawn = { ...before.value, state: 'withdrawn' as const };
    return {
      body: { messageId: withdrawn.messageId, state: withdrawn.state },
      version: before.version + 1,
      changes: [replace(entities.informationMessage, before, withdrawn)],
    };
  },
});

export const handler = httpHandler(withdrawInformationMessage);
