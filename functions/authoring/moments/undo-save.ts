import { found } from '../../../shared/domain/found.ts';
import type { SavedPart } from '../../../shared/domain/moment/saved-part.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { composeSave, touchedHead } from '../draft-part-changes.ts';
import { mediaDemands } from '../media-demands.ts';
import { formWarnings } from '../shared-form-warnings.ts';
import { undoSave as contract } from './contracts.ts';
import { modulesUndone, undoingChanges } from './undo-parts.ts';

/** What the head repeats of an outline that comes back. */
const repeated = (saved: readonly SavedPart[]) => {
  const outline = saved.flatMap(({ part }) => (part.kind === 'outline' ? (part.before ?? []) : []))[0];
  return outline ? { title: outline.title, kind: outline.kind } : {};
};

/** Nothing goes on from what a later minor has followed: the two would be one version. */
const assertBasisStands = (saved: readonly SavedPart[], versions: readonly string[]): void => {
  const basis = saved.flatMap(({ part }) => (part.kind === 'basis' ? (part.before ?? []) : []))[0];
  if (basis === undefined || versions.includes(basis.published.momentVersion)) return;
  throw new Problem('version-followed');
};

const formsIn = ({ forms }: Draft, saved: readonly SavedPart[]) => [
  ...forms.map(({ value }) => value.form),
  ...saved.flatMap(({ part }) => (part.kind === 'form' ? (part.before ?? []) : [])),
];

export const undoSave = writeUseCase(contract, {
  async load({ moments }, { params: { momentId }, body: { saveId } }) {
    const [draft, saved, entry] = await Promise.all([
      moments.draft(momentId),
      moments.savedParts(momentId, saveId),
      moments.catalogueEntry(momentId),
    ]);
    return { draft: found(draft), saved, versions: entry?.value.versions ?? [] };
  },
  subject: ({ draft }, { body: { saveId } }) => momentSubject(draft.head, { saveId }),
  decide({ draft, saved, versions }, request) {
    if (saved.length === 0) throw new Problem('not-found');
    assertBasisStands(saved, versions);
    const { head, modules } = draft;
    const now = modules.map(({ value }) => value.module);
    const { all, back } = modulesUndone(draft, saved);
    const { answer, changes } = composeSave(
      head,
      touchedHead(head, repeated(saved)),
      {
        act: 'undone',
        parts: undoingChanges(draft, saved),
        with: mediaDemands(head.value.momentId, now, back),
      },
      request,
    );
    return { body: { ...answer, warnings: formWarnings(all, formsIn(draft, saved)) }, changes };
  },
});

export const handler = httpHandler(undoSave);
