import { found } from '../../shared/domain/found.ts';
import { periodOf } from '../../shared/domain/statistics.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { viewProviderStatistics as contract } from './contracts.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { shownStatistic } from './statistics-shapes.ts';

export const viewProviderStatistics = readUseCase(contract, {
  async load({ organisation }, { params, query, now }) {
    const period = periodOf(query, now);
    const { hsaId: provider } = found(await organisation.provider(params.providerId)).value;
    return { ...period, provider };
  },
  subject: ({ provider }) => ({ provider, resource: {} }),
  fetch: ({ organisation }, asked, { query: { limit, cursor } }) =>
    organisation.providerStatistics(asked, { limit, cursor }),
  answer: (_, { items, next }) => ({
    body: { rows: items.map(({ value }) => shownStatistic(value)), next },
  }),
  csv: statisticsCsv,
});

export const handler = httpHandler(viewProviderStatistics);
