import { newTo } from '../../../shared/domain/care/message.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { readByUnit } from '../../../shared/persistence/instances/message-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { othersWriting, showWriters } from '../shown-writers.ts';
import { readMessages as contract } from './contracts.ts';
import { loadMessages, messageIdsOf, writtenIn } from './message-loading.ts';

export const readMessages = readUseCase(contract, {
  load: loadMessages,
  subject: ({ head, messages }) => ({
    ...instanceSubject(head.value, messageIdsOf(messages)),
    shown: othersWriting(writtenIn(messages)),
  }),
  fetch: ({ personRegister }, { head, messages }, { shownIdFor }) =>
    showWriters(personRegister, writtenIn(messages), shownIdFor({ unit: head.value.unit })),
  begins({ head, messages }, { caller, now }) {
    const read = newTo('staff', messages);
    if (read.length === 0) return [];
    // Where somebody writes meanwhile, what was read counts as read the next time.
    return [readByUnit(head, { at: now, read, by: caller.hsaId }), []];
  },
  answer: ({ messages, next }, show) => ({
    body: {
      messages: messages.map((one) =>
        one.from === 'resident' ? { ...one, writtenBy: show({ writtenBy: one.writtenBy }).writtenBy } : one,
      ),
      next,
    },
  }),
});

export const handler = httpHandler(readMessages);
