import { found } from '../../../shared/domain/found.ts';
import type { SavedPart } from '../../../shared/domain/moment/saved-part.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listSaves as contract } from './contracts.ts';

const lineOf = ({ saveId, at, by, act, part: { before: _, ...part } }: SavedPart) => ({
  ...{ saveId, at, by, act, part },
});

export const listSaves = readUseCase(contract, {
  async load({ moments }, { params: { momentId }, query: { limit, cursor } }) {
    const [head, page] = await Promise.all([
      moments.moment(momentId),
      moments.saves(momentId, { limit, cursor }),
    ]);
    return { head: found(head), page };
  },
  subject: ({ head }) => momentSubject(head),
  answer: ({ page: { items, next } }) => ({
    body: { saves: items.map(({ value }) => lineOf(value)), next },
  }),
});

export const handler = httpHandler(listSaves);
