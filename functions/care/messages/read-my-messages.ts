import type { Message } from '../../../shared/domain/care/message.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { readMyMessages as contract } from './contracts.ts';

const fromStaff = ({ from }: Message): boolean => from === 'staff';

export const readMyMessages = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.messages(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, page };
  },
  subject: ({ instance }) => instanceSubject(instance),
  fetch({ staffDirectory }, { page }) {
    const written = page.items.map(({ value }) => value).filter(fromStaff);
    return staffDirectory.named(written.map(({ author }) => author));
  },
  begins: (loaded, { now }) => openingChanges(loaded, now),
  answer: ({ page }, names) => ({
    body: {
      messages: page.items.map(({ value }) => ({
        ...value,
        author: fromStaff(value) ? names.get(value.author) : undefined,
      })),
      next: page.next,
    },
  }),
});

export const handler = httpHandler(readMyMessages);
