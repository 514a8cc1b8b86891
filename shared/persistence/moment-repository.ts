import type {
  DraftForm,
  DraftModule,
  Moment,
  PublishedForm,
  PublishedModule,
  PublishedVersion,
} from '../domain/moment/moment.ts';
import type { Database } from './database.ts';
import { entities } from './entities.ts';
import type { Stored } from './entity.ts';
import { keys, prefix } from './keys.ts';
import { get, ofKind, within } from './read.ts';

/** A moment with the draft its designers work on. */
export interface Draft {
  readonly head: Stored<Moment>;
  readonly modules: readonly Stored<DraftModule>[];
  readonly forms: readonly Stored<DraftForm>[];
}

/** A published version whole, as a resident needs it. */
export interface PublishedContent {
  readonly head: PublishedVersion;
  readonly modules: readonly PublishedModule[];
  readonly forms: readonly PublishedForm[];
}

export const momentRepository = (database: Database) => ({
  moment: (momentId: string) => get(database, entities.moment, keys.moment(momentId)),
  version: (momentId: string, version: string) =>
    get(database, entities.publishedVersion, keys.version(momentId, version)),
  publishedForm: (momentId: string, version: string, formId: string) =>
    get(database, entities.publishedForm, keys.versionForm(momentId, version, formId)),
  activation: (unit: string, momentId: string, major: number) =>
    get(database, entities.activation, keys.activation(unit, momentId, major)),

  async draft(momentId: string): Promise<Draft | undefined> {
    const items = await within(database, 'moments', { pk: keys.moment(momentId).pk, begins: prefix.draft });
    const [head] = ofKind(entities.moment, items);
    return (
      head && { head, modules: ofKind(entities.draftModule, items), forms: ofKind(entities.draftForm, items) }
    );
  },

  /** Modules come in the order their designer gave them. */
  async content(momentId: string, version: string): Promise<PublishedContent | undefined> {
    const begins = prefix.versionParts(version);
    const items = await within(database, 'moments', { pk: keys.moment(momentId).pk, begins });
    const head = ofKind(entities.publishedVersion, items)[0]?.value;
    if (!head) return undefined;
    const modules = ofKind(entities.publishedModule, items).map(({ value }) => value);
    const place = ({ module: { moduleId } }: PublishedModule) => head.moduleIds.indexOf(moduleId);
    return {
      head,
      modules: modules.toSorted((one, other) => place(one) - place(other)),
      forms: ofKind(entities.publishedForm, items).map(({ value }) => value),
    };
  },
});
