import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listMedia as contract } from './contracts.ts';
import { shown } from './shapes.ts';

export const listMedia = readUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.moment(params.momentId)),
  subject: (head) => momentSubject(head),
  fetch: ({ moments }, _, { params, query: { limit, cursor } }) =>
    moments.mediaPage(params.momentId, { limit, cursor }),
  answer: (_, { items, next }, { language }) => ({
    body: { media: items.map(({ value }) => shown(value, language)), next },
  }),
});

export const handler = httpHandler(listMedia);
