import type { Flag } from '../../../shared/domain/care/flag.ts';
import { assertWritable, type Instance } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { formSubject } from '../instance-subject.ts';

interface Named {
  readonly params: { readonly instanceId: string; readonly formId: string; readonly flagId: string };
  readonly query: { readonly page?: string | undefined };
}

interface FlagBasis {
  readonly head: Stored<Instance>;
  readonly flag: Stored<Flag> | undefined;
  readonly open: readonly Flag[];
  readonly isAll: boolean;
}

/** Open flags that are looked through for the one that has waited longest: what lies beyond has waited in sight of whoever reads the list. */
const mostLookedThrough = 100;

/** A flag, with the others that are open: together they say where the moment stands in the lists. */
export const loadFlag = async (
  { instances }: Stores,
  { params: { instanceId, formId, flagId }, query: { page } }: Named,
): Promise<FlagBasis> => {
  const [head, flag, open] = await Promise.all([
    instances.instance(instanceId),
    instances.flag({ instanceId, formId, page, flagId }),
    instances.flags(instanceId, { limit: mostLookedThrough, cursor: undefined }),
  ]);
  return {
    ...{ head: found(head), flag },
    open: open.items.map(({ value }) => value),
    isAll: open.next === undefined,
  };
};

export const flagSubject = ({ head }: FlagBasis, { params: { formId, flagId }, query }: Named) => {
  const subject = formSubject(head.value, { formId, ...query });
  return { ...subject, resource: { ...subject.resource, flagId } };
};

/** The flag, in a moment that can still be written in. */
export const openFlag = ({ head, flag }: FlagBasis): Stored<Flag> => {
  assertWritable(head.value);
  return found(flag);
};
