import type { Activation } from '../../domain/moment/activation.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { queryPage } from '../engine/query-page.ts';
import { get } from '../engine/read.ts';
import { keys, listed, partsOf, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** What is active on care providers’ units, or has been (PUB-5). */
export const activationRepository = (database: Database, cursors: Cursors) => ({
  activation: (unit: string, momentId: string, major: number) =>
    get(database, momentEntities.activation, keys.activation(unit, momentId, major)),

  /** What has been activated on a provider's units, moment by moment: of each moment at most a hundred, by version and unit. */
  activatedMoments: (provider: string, page: PageRequest) =>
    activatedMoments(database, cursors, provider, page),

  /** What has been activated of one moment on a provider's units, a hundred at most. */
  async activationsOf(provider: string, momentId: string): Promise<Stored<Activation>[]> {
    const all = { limit: mostActivations, cursor: undefined };
    const begins = listed.activationsOf(momentId);
    return (await activationsPage(database, cursors, provider, { ...all, begins })).items;
  },

  /** What has been activated on one unit, active now or not. */
  activationsOn: (unit: string, page: PageRequest): Promise<Page<Stored<Activation>>> => {
    const { pk } = keys.activation(unit, '', 0);
    return pageInPartition(database, cursors, {
      kind: momentEntities.activation,
      ...{ pk, begins: prefix.activations },
      newestFirst: false,
      ...page,
      list: ['activations-on', unit],
    });
  },
});

const mostActivations = 100;

const activationsPage = (
  database: Database,
  cursors: Cursors,
  provider: string,
  { begins, ...page }: PageRequest & { readonly begins: string },
): Promise<Page<Stored<Activation>>> =>
  queryPage(database, cursors, {
    kind: momentEntities.activation,
    ...byOwner(provider, begins),
    ...page,
    list: ['activations', provider],
    startKey: ({ listed: place = '' }) => {
      const [, momentId = '', major = '', unit = ''] = partsOf(place);
      return { owner: provider, listed: place, ...keys.activation(unit, momentId, Number(major)) };
    },
  });

/** After every activation of a moment: no major is greater, and no unit sorts after it. */
const placeAfter = (momentId: string) => ({ listed: listed.activation(momentId, 9999, '~') });

/** One query. The last moment that was read may go on where the page ended: it is left to the next page, whole. */
const activatedMoments = async (
  database: Database,
  cursors: Cursors,
  provider: string,
  { limit, cursor }: PageRequest,
): Promise<Page<readonly Stored<Activation>[]>> => {
  const read = { limit: mostActivations, cursor, begins: listed.activations };
  const { items, next } = await activationsPage(database, cursors, provider, read);
  const moments = [...Map.groupBy(items, ({ value }) => value.momentId)];
  const whole = next !== undefined && moments.length > 1 ? moments.slice(0, -1) : moments;
  const shown = whole.slice(0, limit);
  const [last = ''] = shown.at(-1) ?? [];
  const isMore = next !== undefined || shown.length < moments.length;
  return {
    items: shown.map(([, activations]) => activations),
    next: isMore ? cursors.seal(['activations', provider], placeAfter(last)) : undefined,
  };
};
