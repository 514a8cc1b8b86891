import { isFromStaff, newTo, shownToResident } from '../../../shared/domain/care/message.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { readByResident, stillSent } from '../../../shared/persistence/instances/message-changes.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { showWriters } from '../shown-writers.ts';
import { readMyMessages as contract } from './contracts.ts';
import { loadOwnMessages, messageIdsOf, writtenIn } from './message-loading.ts';

export const readMyMessages = readUseCase(contract, {
  load: loadOwnMessages,
  subject: ({ head, messages }) => instanceSubject(head.value, messageIdsOf(messages)),
  async fetch({ staffDirectory, personRegister }, { messages }, { caller, shownIdFor }) {
    const staff = messages.filter(isFromStaff).map(({ author }) => author);
    const [names, show] = await Promise.all([
      staffDirectory.named(staff),
      showWriters(personRegister, writtenIn(messages), shownIdFor({ resident: caller.person })),
    ]);
    return { names, show };
  },
  begins({ head, messages, kept }, { now, representation: { as } }) {
    const opening = openingChanges({ instance: head.value }, now);
    const read = newTo('resident', messages);
    if (read.length === 0) return opening;
    // Where another screen of theirs has it marked meanwhile, it is marked.
    const shown = stillSent(read);
    const unread = kept.filter(({ value }) => read.includes(value));
    return [
      readByResident(head.value, { at: now, read: unread, as }),
      ...(opening.length > 0 ? opening.map((changes) => [...changes, ...shown]) : [shown]),
    ];
  },
  answer: ({ messages, next }, { names, show }) => ({
    body: {
      messages: messages
        .map(shownToResident)
        .filter((one) => one !== undefined)
        .map(({ author, writtenBy, ...one }) => ({
          ...one,
          author: author && names.get(author),
          writtenBy: writtenBy && show({ writtenBy }).writtenBy,
        })),
      next,
    },
  }),
});

export const handler = httpHandler(readMyMessages);
