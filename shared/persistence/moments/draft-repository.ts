import type { DraftForm, DraftModule, DraftOutline } from '../../domain/moment/draft.ts';
import type { DraftBasis } from '../../domain/moment/draft-basis.ts';
import type { Moment } from '../../domain/moment/moment.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, listed, partsOf, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** A moment as its designers see it: where everything is, without the contents. */
export interface Draft {
  readonly head: Stored<Moment>;
  readonly outline: Stored<DraftOutline>;
  /** In no order; the outline has theirs. */
  readonly modules: readonly Stored<DraftModule>[];
  readonly forms: readonly Stored<DraftForm>[];
  /** What it goes on from, once there is a version. */
  readonly basis: Stored<DraftBasis> | undefined;
}

/** What has been deleted is there for nobody. */
const unlessDeleted = (head: Stored<Moment> | undefined): Stored<Moment> | undefined =>
  head?.value.state === 'deleted' ? undefined : head;

export const draftRepository = (database: Database, cursors: Cursors) => ({
  async moment(momentId: string): Promise<Stored<Moment> | undefined> {
    return unlessDeleted(await get(database, momentEntities.moment, keys.moment(momentId)));
  },
  draftOutline: (momentId: string) => get(database, momentEntities.draftOutline, keys.draftOutline(momentId)),
  draftModule: (momentId: string, moduleId: string) =>
    get(database, momentEntities.draftModule, keys.draftModule(momentId, moduleId)),
  draftForm: (momentId: string, formId: string) =>
    get(database, momentEntities.draftForm, keys.draftForm(momentId, formId)),

  /** One query however large the moment is: only the places of things are read, never their contents. */
  async draft(momentId: string): Promise<Draft | undefined> {
    const items = await within(database, 'moments', { pk: keys.moment(momentId).pk, begins: prefix.draft });
    const head = unlessDeleted(ofKind(momentEntities.moment, items)[0]);
    const [outline] = ofKind(momentEntities.draftOutline, items);
    if (!head || !outline) return undefined;
    const modules = ofKind(momentEntities.draftModule, items);
    const [basis] = ofKind(momentEntities.draftBasis, items);
    return { head, outline, modules, forms: ofKind(momentEntities.draftForm, items), basis };
  },

  /** A unit's moments, oldest first. From an index, so one made this instant may be a moment late. */
  momentsOf: (unit: string, page: PageRequest): Promise<Page<Stored<Moment>>> =>
    queryPage(database, cursors, {
      kind: momentEntities.moment,
      ...byOwner(unit, listed.moments),
      ...page,
      list: ['moments', unit],
      startKey: ({ listed: place = '' }) => ({
        ...{ owner: unit, listed: place },
        ...keys.moment(partsOf(place)[1] ?? ''),
      }),
    }),
});
