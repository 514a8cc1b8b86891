import * as z from 'zod';
import { type Fault, Problem } from '../problem.ts';
import { authoringSayings } from '../sayings/authoring-sayings.ts';
import { keptContentId } from './content-id.ts';

/** The most that a request may say it deletes of one kind: more than a moment has of any. */
const mostRemoved = 4000;
const ids = z.array(keptContentId).max(mostRemoved).default([]);

/** What a save deletes, said by id: nothing goes because it was left out (AUT-7). */
export const removed = z
  .strictObject({ moduleIds: ids, sectionIds: ids, stepIds: ids, formIds: ids })
  .partial()
  .meta({
    description:
      'What is deleted: each part that was there and is left out, by id. What goes with a module that is named here need not be',
  });

/** Ids of the parts of a draft, by kind. */
export type Parts = { readonly [Kind in keyof z.infer<typeof removed>]?: readonly string[] | undefined };

type Kind = keyof Parts;
const kinds: readonly Kind[] = ['moduleIds', 'sectionIds', 'stepIds', 'formIds'];

const leftOut = (kind: Kind, id: string): Fault => ({
  pointer: `/body/removed/${kind}`,
  ...authoringSayings['left-out'](kind, id),
});
const notLeftOut = (kind: Kind, id: string): Fault => ({
  pointer: `/body/removed/${kind}`,
  ...authoringSayings['not-left-out'](kind, id),
});

/** `validation-failed` with every part that is left out and not said to go, and every one said to go that does not. */
export const assertRemovalsSaid = (before: Parts, after: Parts, said: Parts = {}): void => {
  const faults = kinds.flatMap((kind) => {
    const [there, kept, named] = [before, after, said].map((parts) => new Set(parts[kind]));
    const gone = [...(there ?? [])].filter((id) => !kept?.has(id));
    return [
      ...gone.filter((id) => !named?.has(id)).map((id) => leftOut(kind, id)),
      ...[...(named ?? [])].filter((id) => !gone.includes(id)).map((id) => notLeftOut(kind, id)),
    ];
  });
  if (faults.length > 0) throw new Problem('validation-failed', faults);
};
