import { type Difference, structure, wording } from '../../content/difference.ts';
import { differenceSayings } from '../../sayings/difference-sayings.ts';
import { allParts, type Noun, partName } from '../../sayings/part-name.ts';
import type { Wording } from '../../wording.ts';
import { isWording } from '../questions/wording.ts';

/** Where a part stands in the form, and what a sentence calls it. */
export interface Place {
  readonly pointer: string;
  readonly name: Wording;
}

/** Two values look alike only where they are: texts stand in quotes, and the names of fields in one order. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `(${fields.map(([name, part]) => `${name} ${shown(part)}`).join(', ')})`;
};

const show = (value: unknown): Wording => {
  const said = value === undefined ? undefined : shown(value);
  return { sv: said ?? 'inte satt', en: said ?? 'not set' };
};

/** Every field in which a part differs from what it was. */
export const compareFields = (place: Place, before: object, after: object): Difference[] => {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [show(old.get(name)), show(now.get(name))];
    if (was.en === is.en) return [];
    const pointer = `${place.pointer}/${name}`;
    return isWording(name)
      ? [wording(pointer, differenceSayings['text-changed'](place.name, name))]
      : [structure(pointer, differenceSayings['field-changed'](place.name, name, was, is))];
  });
};

/** A list of parts that have keys; no two in a list have the same. */
interface Listing<Part> {
  readonly of: Place;
  readonly list: string;
  readonly noun: Noun;
  readonly keyOf: (part: Part) => string;
  /** What it is called, where its key is no word. */
  readonly called?: (part: Part) => Wording | undefined;
}

/** Every part that is new or gone, and what `compare` finds in those that stayed. */
export const compareParts = <Part>(
  { of, list, noun, keyOf, called = () => undefined }: Listing<Part>,
  [before, after]: readonly [readonly Part[], readonly Part[]],
  compare: (place: Place, before: Part, after: Part) => Difference[],
): Difference[] => {
  const pointer = `${of.pointer}/${list}`;
  const old = new Map(before.map((part) => [keyOf(part), part]));
  const now = new Set(after.map(keyOf));
  const nameOf = (part: Part) => partName(noun, called(part) ?? keyOf(part));
  const gone = before.filter((part) => !now.has(keyOf(part)));
  return [
    ...gone.map((part) => structure(pointer, differenceSayings['part-gone'](nameOf(part), of.name))),
    ...after.flatMap((part, at) => {
      const place = { pointer: `${pointer}/${at}`, name: nameOf(part) };
      const was = old.get(keyOf(part));
      return was === undefined
        ? [structure(place.pointer, differenceSayings['part-new'](place.name, of.name))]
        : compare(place, was, part);
    }),
  ];
};

/** Whether the parts that stayed have changed places with one another. */
export const compareOrder = <Part>(
  { of, list, noun, keyOf }: Listing<Part>,
  [before, after]: readonly [readonly Part[], readonly Part[]],
): Difference[] => {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  const [was, is] = [old.filter((key) => now.includes(key)), now.filter((key) => old.includes(key))];
  return shown(was) === shown(is)
    ? []
    : [structure(`${of.pointer}/${list}`, differenceSayings['parts-reordered'](allParts(noun), of.name))];
};
