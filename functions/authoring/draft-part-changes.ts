import type { StaffPrincipal } from '../../shared/auth/principal.ts';
import { digestOf } from '../../shared/domain/content/content-digest.ts';
import { assertWithinModuleLimits } from '../../shared/domain/content/module-limits.ts';
import type { ModuleOutline } from '../../shared/domain/content/module-outline.ts';
import type { Outline } from '../../shared/domain/content/outline.ts';
import type { DraftForm, DraftFormRef, DraftModule, DraftOutline } from '../../shared/domain/moment/draft.ts';
import type { DraftBasis } from '../../shared/domain/moment/draft-basis.ts';
import { assertEditable, type Moment } from '../../shared/domain/moment/moment.ts';
import type { SaveAct, SavedPart } from '../../shared/domain/moment/saved-part.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { authoringSayings } from '../../shared/domain/sayings/authoring-sayings.ts';
import { etagOf } from '../../shared/http/etag.ts';
import {
  amend,
  type Change,
  create,
  recreate,
  remove,
  replace,
  replaceOrCreate,
} from '../../shared/persistence/engine/change.ts';
import type { Entity, Stored } from '../../shared/persistence/engine/entity.ts';
import { entities } from '../../shared/persistence/entities.ts';

/** A part of a draft as it was, undefined where there was none, and as it shall be, undefined where it shall go. */
export interface PartChange {
  readonly part: SavedPart['part'];
  readonly change: Change;
  /** 0 where it goes. */
  readonly version: number;
  /** Digest of what it becomes. */
  readonly after: string | undefined;
}

/** Bytes of a part as JSON. Well under what an item holds: the save keeps it as it was, and publishing writes them all at once. */
const largestPart = 100_000;

const ofPartSize = (change: Change): Change => {
  if (Buffer.byteLength(JSON.stringify(change.item)) <= largestPart) return change;
  throw new Problem('item-too-large', [
    {
      pointer: '/body',
      ...authoringSayings['part-too-large'](largestPart / 1000),
    },
  ]);
};

type MomentRevision = Pick<Moment, 'momentId' | 'revision'>;

/** A part that is new begins at a version that none before it with the same id has had, so that no old ETag fits by chance. */
const changeOf = <T extends object>(
  kind: Entity<T>,
  { revision }: MomentRevision,
  before: Stored<T> | undefined,
  after: T | undefined,
): Pick<PartChange, 'change' | 'version'> => {
  if (after)
    return {
      change: ofPartSize(before ? replace(kind, before, after) : recreate(kind, after, revision)),
      version: (before?.version ?? revision) + 1,
    };
  if (!before) throw new Error('A part that was not there cannot go');
  return { change: remove(kind, before), version: 0 };
};

export const outlineChange = (
  moment: MomentRevision,
  before: Stored<DraftOutline>,
  outline: Outline,
): PartChange => ({
  part: { kind: 'outline', before: before.value.outline },
  after: digestOf(outline),
  ...changeOf(entities.draftOutline, moment, before, { ...before.value, outline }),
});

export const moduleChange = (
  moment: MomentRevision,
  before: Stored<DraftModule> | undefined,
  module: ModuleOutline | undefined,
): PartChange => {
  if (module) assertWithinModuleLimits(module);
  const { momentId } = moment;
  return {
    part: {
      kind: 'module',
      moduleId: module?.moduleId ?? before?.value.module.moduleId ?? '',
      before: before?.value.module,
    },
    after: module && digestOf(module),
    ...changeOf(entities.draftModule, moment, before, module && { momentId, module }),
  };
};

export const formChange = (
  moment: MomentRevision,
  before: Stored<DraftForm> | undefined,
  form: DraftFormRef | undefined,
): PartChange => ({
  part: { kind: 'form', formId: form?.formId ?? before?.value.form.formId ?? '', before: before?.value.form },
  after: form && digestOf(form),
  ...changeOf(entities.draftForm, moment, before, form && { momentId: moment.momentId, form }),
});

/** The version that the draft goes on from. Larger than other parts: nobody edits it. */
export const basisChange = (
  { value: { momentId } }: Stored<Moment>,
  before: Stored<DraftBasis> | undefined,
  basis: DraftBasis,
): PartChange => ({
  part: { kind: 'basis', before: before?.value },
  change: replaceOrCreate(entities.draftBasis, before, { ...basis, momentId }),
  version: (before?.version ?? 0) + 1,
  after: digestOf(basis),
});

interface SaveRequest {
  readonly caller: StaffPrincipal;
  readonly now: string;
  newId(): string;
}

interface PartsToSave {
  readonly act: SaveAct;
  readonly parts: readonly PartChange[];
  /** Contents that the parts point at, and what must hold of what they name. */
  readonly with?: readonly Change[];
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

const shownPart = ({ part, version }: PartChange) => ({
  kind: part.kind,
  ...(part.kind === 'module' ? { moduleId: part.moduleId } : {}),
  ...(part.kind === 'form' ? { formId: part.formId } : {}),
  ...(version > 0 ? { etag: etagOf(version) } : {}),
});

/**
 * All that one save writes: the head, whose verdicts were about other content (PUB-1), the contents, the parts that point at them, and
 * what the parts were before. Throws `moment-exported`.
 */
export const composeSave = (
  { value }: Stored<Moment>,
  headChange: Change,
  { act, parts, with: others = [] }: PartsToSave,
  { caller, now, newId }: SaveRequest,
) => {
  assertEditable(value);
  const saveId = newId();
  const saved = { momentId: value.momentId, saveId, at: now, by: caller.hsaId, act };
  return {
    answer: { saveId, parts: parts.map(shownPart) },
    changes: [
      headChange,
      ...others,
      ...parts.flatMap(({ part, change, after }) => [
        change,
        create(entities.savedPart, { ...saved, part, ...(after === undefined ? {} : { after }) }),
      ]),
    ],
  };
};
