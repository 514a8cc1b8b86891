import type { StaffPrincipal } from '../../shared/auth/principal.ts';
import type { ModuleOutline } from '../../shared/domain/content/module-outline.ts';
import type { Outline } from '../../shared/domain/content/outline.ts';
import type { DraftForm, DraftModule, DraftOutline, FormRef } from '../../shared/domain/moment/draft.ts';
import { assertEditable, type Moment } from '../../shared/domain/moment/moment.ts';
import type { SaveAct, SavedPart } from '../../shared/domain/moment/saved-part.ts';
import { amend, type Change, create, recreate, remove, replace } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Entity, Stored } from '../../shared/persistence/entity.ts';

/** A part of a draft as it was, undefined where there was none, and as it shall be, undefined where it shall go. */
export interface PartChange {
  readonly part: SavedPart['part'];
  readonly change: Change;
  readonly versionBefore: number;
  readonly versionAfter: number;
}

/** `gone`: the version it had when it was deleted, where it comes back. */
const changeOf = <T extends object>(
  kind: Entity<T>,
  { before, after, gone = 0 }: { before: Stored<T> | undefined; after: T | undefined; gone?: number },
): Omit<PartChange, 'part'> => {
  const versionBefore = before?.version ?? gone;
  const versions = { versionBefore, versionAfter: versionBefore + 1 };
  if (before) return { change: after ? replace(kind, before, after) : remove(kind, before), ...versions };
  if (!after) throw new Error('A part that was not there cannot go');
  return { change: gone > 0 ? recreate(kind, after, gone) : create(kind, after), ...versions };
};

export const outlineChange = (before: Stored<DraftOutline>, outline: Outline): PartChange => ({
  part: { kind: 'outline', before: before.value.outline },
  ...changeOf(entities.draftOutline, { before, after: { ...before.value, outline } }),
});

interface Whose {
  readonly momentId: string;
  readonly gone?: number;
}

export const moduleChange = (
  { momentId, ...gone }: Whose,
  before: Stored<DraftModule> | undefined,
  module: ModuleOutline | undefined,
): PartChange => ({
  part: {
    kind: 'module',
    moduleId: module?.moduleId ?? before?.value.module.moduleId ?? '',
    before: before?.value.module,
  },
  ...changeOf(entities.draftModule, { before, after: module && { momentId, module }, ...gone }),
});

export const formChange = (
  { momentId, ...gone }: Whose,
  before: Stored<DraftForm> | undefined,
  form: FormRef | undefined,
): PartChange => ({
  part: { kind: 'form', formId: form?.formId ?? before?.value.form.formId ?? '', before: before?.value.form },
  ...changeOf(entities.draftForm, { before, after: form && { momentId, form }, ...gone }),
});

interface Saving {
  readonly caller: StaffPrincipal;
  readonly now: string;
  newId(): string;
}

interface Save {
  readonly act: SaveAct;
  readonly parts: readonly PartChange[];
  /** Contents that the parts point at; put before they do. */
  readonly contents?: readonly Change[];
}

/** What a moment's head repeats of its outline. */
type Repeated = Partial<Pick<Moment, 'title' | 'kind'>>;

/** The head after a change of some parts: others may change other parts meanwhile. */
export const touchedHead = (head: Stored<Moment>, set: Repeated = {}): Change =>
  amend(entities.moment, head.value, {
    set: { ...set, verdicts: {} },
    added: { revision: 1 },
    state: ['draft'],
    otherwise: 'moment-exported',
  });

/** The head after a change of the whole: nobody else may have changed anything since it was read. */
export const replacedHead = (head: Stored<Moment>, set: Repeated = {}): Change =>
  replace(entities.moment, head, {
    ...head.value,
    ...set,
    verdicts: {},
    revision: head.value.revision + 1,
  });

/**
 * All that one save writes: the head, whose verdicts were about other content (PUB-1), the contents, the parts that point at them, and
 * what the parts were before. Throws `moment-exported`.
 */
export const saveOf = (
  { value }: Stored<Moment>,
  headChange: Change,
  { act, parts, contents = [] }: Save,
  { caller, now, newId }: Saving,
): { readonly saveId: string; readonly changes: Change[] } => {
  assertEditable(value);
  const saveId = newId();
  const saved = { momentId: value.momentId, saveId, at: now, by: caller.hsaId, act };
  return {
    saveId,
    changes: [
      headChange,
      ...contents,
      ...parts.flatMap(({ part, change, versionBefore, versionAfter }) => [
        change,
        create(entities.savedPart, { ...saved, part, versionBefore, versionAfter }),
      ]),
    ],
  };
};
