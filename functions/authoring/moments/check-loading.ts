import { found } from '../../../shared/domain/found.ts';
import type { Media } from '../../../shared/domain/media/media.ts';
import type { CheckedDraft } from '../../../shared/domain/moment/draft-findings.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { modulesWith } from '../shared-form-warnings.ts';

interface Loaded {
  readonly draft: Draft;
  readonly media: readonly Media[];
}

/** All the publish check rests on, in one round trip, however large the moment is. */
export const loadForCheck = async (moments: Stores['moments'], momentId: string): Promise<Loaded> => {
  const [draft, media] = await Promise.all([moments.draft(momentId), moments.mediaOf(momentId)]);
  return { draft: found(draft), media: media.map(({ value }) => value) };
};

export const checkedOf = ({ draft, media }: Loaded): CheckedDraft => ({
  outline: draft.outline.value.outline,
  modules: modulesWith(draft),
  forms: draft.forms.map(({ value }) => value.form),
  media,
  basis: draft.basis?.value.published,
});
