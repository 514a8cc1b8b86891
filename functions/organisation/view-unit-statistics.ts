import { found } from '../../shared/domain/found.ts';
import { periodOf } from '../../shared/domain/statistics.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { viewUnitStatistics as contract } from './contracts.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { shownStatistic } from './statistics-shapes.ts';

export const viewUnitStatistics = readUseCase(contract, {
  async load({ organisation }, { params, query, now }) {
    const period = periodOf(query, now);
    const { hsaId: unit, provider } = found(await organisation.unit(params.unitId)).value;
    return { ...period, unit, provider };
  },
  subject: ({ unit, provider }) => ({ provider, unit, resource: {} }),
  fetch: ({ organisation }, asked, { query: { limit, cursor } }) =>
    organisation.unitStatistics(asked, { limit, cursor }),
  answer: (_, { items, next }) => ({
    body: { rows: items.map(({ value }) => shownStatistic(value)), next },
  }),
  csv: statisticsCsv,
});

export const handler = httpHandler(viewUnitStatistics);
