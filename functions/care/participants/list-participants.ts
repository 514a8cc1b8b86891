import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { listParticipants as contract } from './contracts.ts';

export const listParticipants = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.participants(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, page };
  },
  subject: ({ instance }) => instanceSubject(instance),
  fetch: ({ staffDirectory }, { instance, page }) =>
    staffDirectory.named([instance.practitioner, ...page.items.map(({ value }) => value.staff)]),
  answer: ({ instance: { practitioner }, page: { items, next } }, names) => ({
    body: {
      practitioner: { staff: practitioner, name: names.get(practitioner) },
      participants: items.map(({ value }) => ({ ...value, name: names.get(value.staff) })),
      next,
    },
  }),
});

export const handler = httpHandler(listParticipants);
