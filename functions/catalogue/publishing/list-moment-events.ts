import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listMomentEvents as contract } from './contracts.ts';

export const listMomentEvents = readUseCase(contract, {
  async load({ moments }, { params: { momentId }, query: { limit, cursor } }) {
    const [head, page] = await Promise.all([
      moments.moment(momentId),
      moments.momentEvents(momentId, { limit, cursor }),
    ]);
    return { head: found(head), page };
  },
  subject: ({ head: { value } }) => ({
    provider: value.provider,
    unit: value.unit,
    resource: { momentId: value.momentId },
  }),
  answer: ({ page: { items, next } }) => ({ body: { events: items.map(({ value }) => value), next } }),
});

export const handler = httpHandler(listMomentEvents);
