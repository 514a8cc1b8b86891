import { assertPosted, assertVisibleFor } from '../../../shared/domain/provider.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { correctInformationMessage as contract } from './contracts.ts';
import { loadMessage, messageSubject } from './message-loading.ts';

export const correctInformationMessage = writeUseCase(contract, {
  load: loadMessage,
  subject: messageSubject,
  decide(before, { body: { text, visibleFrom, visibleTo } }) {
    assertPosted(before.value);
    const { visibleTo: _, ...kept } = before.value;
    const corrected = {
      ...{ ...kept, text, visibleFrom: visibleFrom ?? kept.visibleFrom },
      ...(visibleTo === undefined ? {} : { visibleTo }),
    };
    assertVisibleFor(corrected);
    return {
      body: corrected,
      version: before.version + 1,
      changes: [replace(entities.informationMessage, before, corrected)],
    };
  },
});

export const handler = httpHandler(correctInformationMessage);
