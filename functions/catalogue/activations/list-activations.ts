import { found } from '../../../shared/domain/found.ts';
import {
  type Activation,
  activatedVersion,
  waitingVersion,
} from '../../../shared/domain/moment/activation.ts';
import { type CatalogueEntry, isOffered } from '../../../shared/domain/moment/catalogue-entry.ts';
import { type Recall, recallOf } from '../../../shared/domain/moment/recall.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { listActivations as contract } from './contracts.ts';

const isWanted = (state: string, waits: string | undefined, wanted: string): boolean =>
  wanted === 'waiting' ? waits !== undefined : wanted === 'all' || wanted === state;

interface Fetched {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  readonly recalls: readonly Recall[];
}

const rowOf = ({ value, version }: Stored<Activation>, { entries, recalls }: Fetched) => {
  const momentVersion = activatedVersion(value);
  const entry = entries.get(value.momentId);
  const isWithdrawn = !entry || !isOffered(entry, value.provider);
  return {
    ...{ ...value, momentVersion },
    etag: etagOf(version),
    waits: waitingVersion(value, entry),
    recall: recallOf(
      recalls.filter(({ momentId }) => momentId === value.momentId),
      momentVersion,
    ),
    ...(isWithdrawn ? { withdrawn: true as const } : {}),
  };
};

export const listActivations = readUseCase(contract, {
  async load({ organisation, moments }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      moments.activationsOn(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider } }) => ({ provider, unit: hsaId, resource: {} }),
  async fetch({ moments }, { page: { items } }): Promise<Fetched> {
    const [entries, recalls] = await Promise.all([
      moments.catalogueEntries(items.map(({ value }) => value.momentId)),
      moments.recallsAmong(
        items.map(({ value }) => ({ momentId: value.momentId, momentVersion: activatedVersion(value) })),
      ),
    ]);
    return { entries, recalls };
  },
  answer: ({ page: { items, next } }, fetched, { query: { state: wanted } }) => ({
    body: {
      activations: items
        .map((one) => rowOf(one, fetched))
        .filter(({ state, waits }) => isWanted(state, waits, wanted)),
      next,
    },
  }),
});

export const handler = httpHandler(listActivations);
