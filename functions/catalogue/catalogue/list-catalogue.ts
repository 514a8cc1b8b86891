import { type CatalogueEntry, isOffered } from '../../../shared/domain/moment/catalogue-entry.ts';
import { matchesSearch, searchedWords, wordsOf } from '../../../shared/domain/moment/catalogue-words.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { type Request, readUseCase } from '../../../shared/http/use-case.ts';
import type { CatalogueRow } from '../shapes.ts';
import { activationRowOf, withdrawnRow } from './catalogue-rows.ts';
import { type Candidate, type CandidatePage, candidatesFor } from './catalogue-sources.ts';
import { listCatalogue as contract } from './contracts.ts';

type Asked = Pick<Request<typeof contract>, 'params' | 'query'>;

const states = {
  all: undefined,
  active: undefined,
  available: 'published',
  unpublished: 'unpublished',
  withdrawn: 'withdrawn',
} as const;

/** As the provider may see it: as it stands in the catalogue, or as they have it active, or not at all. */
const shownTo = (provider: string, entry: CatalogueEntry, { activations = [] }: Candidate) =>
  isOffered(entry, provider)
    ? entry
    : withdrawnRow(
        entry,
        activations.map(({ value }) => value),
      );

const isWanted = (row: CatalogueRow, { view, text, kind, publishedBy }: Asked['query']): boolean =>
  (states[view] === undefined || states[view] === row.state) &&
  (kind === undefined || kind === row.kind) &&
  (publishedBy === undefined || publishedBy === row.publisherProvider) &&
  matchesSearch(wordsOf(row.title), searchedWords(text ?? ''));

const rowFor = (candidate: Candidate, entry: CatalogueEntry | undefined, { params, query }: Asked) => {
  if (!entry || !candidate.isListedHere(entry)) return [];
  const row = shownTo(params.providerId, entry, candidate);
  const { activations } = candidate;
  return row && isWanted(row, query)
    ? [{ ...row, activations: activations?.map((one) => activationRowOf(one, entry)) }]
    : [];
};

type Entries = ReadonlyMap<string, CatalogueEntry>;

const pageOf = ({ candidates, next }: CandidatePage, entries: Entries, request: Asked) => {
  const shown = candidates.flatMap((one) =>
    rowFor(one, entries.get(one.momentId), request).map((row) => ({ row, after: one.after })),
  );
  const page = shown.slice(0, request.query.limit);
  const last = shown.length > page.length ? page.at(-1) : undefined;
  return { moments: page.map(({ row }) => row), next: last?.after?.() ?? next };
};

export const listCatalogue = readUseCase(contract, {
  load: (stores, { params: { providerId }, query: { limit, cursor, ...wanted } }) =>
    candidatesFor(stores, providerId, wanted, { limit, cursor }),
  subject: (_, { params: { providerId } }) => ({ provider: providerId, resource: {} }),
  fetch: ({ moments }, { candidates }) =>
    moments.catalogueEntries(candidates.map(({ momentId }) => momentId)),
  answer: (found, entries, request) => ({ body: pageOf(found, entries, request) }),
});

export const handler = httpHandler(listCatalogue);
