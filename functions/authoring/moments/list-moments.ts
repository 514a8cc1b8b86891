import { found } from '../../../shared/domain/found.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listMoments as contract } from './contracts.ts';

const rowOf = ({ momentId, title, kind, state, verdicts, latest }: Moment) => ({
  ...{ momentId, title, kind, verdicts, latest },
  // What is deleted is in no index.
  state: state === 'exported' ? ('exported' as const) : ('draft' as const),
});

export const listMoments = readUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      moments.momentsOf(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => ({ provider, unit: hsaId, resource: {} }),
  answer: ({ page: { items, next } }) => ({
    body: { moments: items.map(({ value }) => rowOf(value)), next },
  }),
});

export const handler = httpHandler(listMoments);
