import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import type { SavedPart } from '../../../shared/domain/moment/saved-part.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import {
  basisChange,
  formChange,
  moduleChange,
  outlineChange,
  type PartChange,
} from '../draft-part-changes.ts';

/** A part that was saved, as it is now, and how it becomes what it was. */
interface Undoing {
  readonly pointer: string;
  /** Digest of what it is, undefined where it is not there. */
  readonly now: string | undefined;
  back(): PartChange;
}

const undoingOf = ({ head, outline, modules, forms, basis }: Draft, { part }: SavedPart): Undoing => {
  switch (part.kind) {
    case 'outline':
      return {
        pointer: '/outline',
        now: digestOf(outline.value.outline),
        back: () => outlineChange(head.value, outline, found(part.before)),
      };
    case 'module': {
      const module = modules.find(({ value }) => value.module.moduleId === part.moduleId);
      return {
        pointer: `/modules/${part.moduleId}`,
        now: module && digestOf(module.value.module),
        back: () => moduleChange(head.value, module, part.before),
      };
    }
    case 'form': {
      const form = forms.find(({ value }) => value.form.formId === part.formId);
      return {
        pointer: `/forms/${part.formId}`,
        now: form && digestOf(form.value.form),
        back: () => formChange(head.value, form, part.before),
      };
    }
    case 'basis':
      return {
        pointer: '/basis',
        now: basis && digestOf(basis.value),
        back: () => basisChange(head, basis, found(part.before)),
      };
  }
};

/** The changes that put back what a save changed; `saved-since`, with all of them, where parts are no longer as it left them. */
export const undoingChanges = (draft: Draft, saved: readonly SavedPart[]): PartChange[] => {
  const undoings = saved.map((part) => ({ ...undoingOf(draft, part), left: part.after }));
  const since = undoings.filter(({ now, left }) => now !== left);
  if (since.length > 0)
    throw new Problem(
      'saved-since',
      since.map(({ pointer }) => ({ pointer, ...authoringSayings['changed-since'] })),
    );
  return undoings.map(({ back }) => back());
};

const modulesIn = (saved: readonly SavedPart[]) =>
  saved.flatMap(({ part }) => (part.kind === 'module' ? [part] : []));

/** The modules of a draft once a save is undone, and those of them that came back. */
export const modulesUndone = (
  { modules }: Draft,
  saved: readonly SavedPart[],
): { readonly all: ModuleOutline[]; readonly back: ModuleOutline[] } => {
  const touched = modulesIn(saved);
  const ids = touched.map(({ moduleId }) => moduleId);
  const back = touched.flatMap(({ before }) => before ?? []);
  const kept = modules.map(({ value }) => value.module).filter(({ moduleId }) => !ids.includes(moduleId));
  return { all: [...kept, ...back], back };
};
