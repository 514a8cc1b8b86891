import { found } from '../../../shared/domain/found.ts';
import { isOffered } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { Publication } from '../../../shared/domain/moment/publication.ts';
import { recallOf } from '../../../shared/domain/moment/recall.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { type Language, toldIn } from '../../../shared/domain/wording.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { activationRowOf } from './catalogue-rows.ts';
import { getCatalogueEntry as contract } from './contracts.ts';

const publicationOf = ({ differences, ...version }: Publication, language: Language) => ({
  ...version,
  ...(differences ? { differences: toldIn(language, differences) } : {}),
});

export const getCatalogueEntry = readUseCase(contract, {
  async load({ moments }, { params: { momentId, providerId } }) {
    const { value: entry } = found(await moments.catalogueEntry(momentId));
    if (!isOffered(entry, providerId)) throw new Problem('not-found');
    return entry;
  },
  subject: ({ momentId }, { params: { providerId } }) => ({ provider: providerId, resource: { momentId } }),
  async fetch({ moments }, { momentId, latest }, { params: { providerId }, query: { limit, cursor } }) {
    const [version, published, activations, recalls] = await Promise.all([
      moments.version(momentId, latest),
      moments.publications(momentId, { limit, cursor }),
      moments.activationsOf(providerId, momentId),
      moments.recalls(momentId),
    ]);
    return {
      version: found(version).value,
      published,
      activations,
      recalls: recalls.map(({ value }) => value),
    };
  },
  answer: (entry, { version, published: { items, next }, activations, recalls }, { language }) => ({
    body: {
      ...version,
      ...entry,
      published: items.map(({ value }) => ({
        ...publicationOf(value, language),
        recall: recallOf(recalls, value.momentVersion),
      })),
      next,
      activations: activations.map((one) => activationRowOf(one, entry)),
    },
  }),
});

export const handler = httpHandler(getCatalogueEntry);
