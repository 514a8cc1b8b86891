import { found } from '../../shared/domain/found.ts';
import type { DraftModule } from '../../shared/domain/moment/draft.ts';
import type { Moment } from '../../shared/domain/moment/moment.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../shared/persistence/stores.ts';

interface OneModule {
  readonly head: Stored<Moment>;
  readonly module: Stored<DraftModule>;
}

/** One module, and the head that says whose it is. */
export const loadModule = async (
  moments: Stores['moments'],
  { momentId, moduleId }: { readonly momentId: string; readonly moduleId: string },
): Promise<OneModule> => {
  const [head, module] = await Promise.all([
    moments.moment(momentId),
    moments.draftModule(momentId, moduleId),
  ]);
  return { head: found(head), module: found(module) };
};

/** A part of a moment's draft: `ETag` is the part's own version, 0 where it is not there yet. */
export const partSubject = (
  head: Stored<Moment>,
  part: { readonly version: number } | undefined,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ ...momentSubject(head, resource), version: part?.version ?? 0 });
