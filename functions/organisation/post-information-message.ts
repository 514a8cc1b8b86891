import { Problem } from '../../shared/domain/problem.ts';
import { organisationSayings } from '../../shared/domain/sayings/organisation-sayings.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { create } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { postInformationMessage as contract } from './contracts.ts';

const assertLater = (visibleTo: string | undefined, visibleFrom: string): void => {
  if (visibleTo === undefined || visibleTo > visibleFrom) return;
  throw new Problem('validation-failed', [
    { pointer: '/body/visibleTo', ...organisationSayings['not-later-than-shown'](visibleFrom) },
  ]);
};

export const postInformationMessage = writeUseCase(contract, {
  load: () => Promise.resolve(),
  subject: (_, { params: { providerId } }) => ({ provider: providerId, resource: {} }),
  decide(_, { params: { providerId }, body: { text, visibleFrom, visibleTo }, caller, now, newId }) {
    const from = visibleFrom ?? now;
    assertLater(visibleTo, from);
    const messageId = newId();
    const message = {
      ...{ provider: providerId, messageId, text, visibleFrom: from, postedBy: caller.hsaId },
      ...(visibleTo === undefined ? {} : { visibleTo }),
    };
    return {
      body: { messageId },
      resource: { messageId },
      changes: [create(entities.informationMessage, message)],
    };
  },
});

export const handler = httpHandler(postInformationMessage);
