import * as z from 'zod';
import { type Fault, Problem } from '../problem.ts';
import { contentId } from './content-id.ts';

/** The most that a request may say it deletes of one kind: more than a moment has of any. */
const mostRemoved = 4000;
const ids = z.array(contentId).max(mostRemoved).default([]);

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

const nouns = {
  moduleIds: { sv: 'Modulen', en: 'module' },
  sectionIds: { sv: 'Avsnittet', en: 'section' },
  stepIds: { sv: 'Steget', en: 'step' },
  formIds: { sv: 'Formuläret', en: 'form' },
} as const;
type Kind = keyof typeof nouns;

const kinds = Object.keys(nouns) as Kind[];

const leftOut = (kind: Kind, id: string): Fault => ({
  pointer: `/body/removed/${kind}`,
  code: 'left-out',
  detail: {
    sv: `${nouns[kind].sv} ${id} är utelämnat: skicka med det, eller ange det här om det ska tas bort`,
    en: `The ${nouns[kind].en} ${id} is left out: send it too, or name it here where it shall be deleted`,
  },
});
const notLeftOut = (kind: Kind, id: string): Fault => ({
  pointer: `/body/removed/${kind}`,
  code: 'not-left-out',
  detail: {
    sv: `${nouns[kind].sv} ${id} är inte utelämnat, eller fanns inte: stryk det här`,
    en: `The ${nouns[kind].en} ${id} is not left out, or was not there: take it out here`,
  },
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
