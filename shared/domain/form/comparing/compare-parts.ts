import type { Difference } from '../../content/difference.ts';
import { isWording } from '../questions/wording.ts';

/** Where a part stands in the form, and what a sentence calls it. */
export interface Place {
  readonly pointer: string;
  readonly name: string;
}

export const differing = (kind: Difference['kind'], pointer: string, said: string): Difference => ({
  kind,
  pointer,
  detail: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
});

/** Two values look alike only where they are: texts stand in quotes, and the names of fields in one order. */
const show = (value: unknown): string => {
  if (value === undefined) return 'not set';
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `(${fields.map(([name, part]) => `${name} ${show(part)}`).join(', ')})`;
};

/** Every field in which a part differs from what it was. */
export const compareFields = (place: Place, before: object, after: object): Difference[] => {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [show(old.get(name)), show(now.get(name))];
    if (was === is) return [];
    const pointer = `${place.pointer}/${name}`;
    return isWording(name)
      ? [differing('wording', pointer, `${place.name} has another ${name}`)]
      : [differing('structure', pointer, `${place.name}: ${name} was ${was} and is ${is}`)];
  });
};

/** A list of parts that have keys; no two in a list have the same. */
interface Listing<Part> {
  readonly of: Place;
  readonly list: string;
  readonly noun: string;
  readonly keyOf: (part: Part) => string;
}

/** Every part that is new or gone, and what `compare` finds in those that stayed. */
export const compareParts = <Part>(
  { of, list, noun, keyOf }: Listing<Part>,
  [before, after]: readonly [readonly Part[], readonly Part[]],
  compare: (place: Place, before: Part, after: Part) => Difference[],
): Difference[] => {
  const pointer = `${of.pointer}/${list}`;
  const old = new Map(before.map((part) => [keyOf(part), part]));
  const now = new Set(after.map(keyOf));
  const gone = [...old.keys()].filter((key) => !now.has(key));
  return [
    ...gone.map((key) => differing('structure', pointer, `${noun} ${key} is gone from ${of.name}`)),
    ...after.flatMap((part, at) => {
      const place = { pointer: `${pointer}/${at}`, name: `${noun} ${keyOf(part)}` };
      const was = old.get(keyOf(part));
      return was === undefined
        ? [differing('structure', place.pointer, `${place.name} is new in ${of.name}`)]
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
  return show(was) === show(is)
    ? []
    : [differing('structure', `${of.pointer}/${list}`, `${of.name} has its ${noun}s in another order`)];
};
