import type * as z from 'zod';
import type { Contract } from '../../shared/contract/contract.ts';

type Schema = z.core.$ZodType;

/** Where a list or a map may stand in a body, and the body that leads there with `inside` in its place. */
type Place = (inside: string) => string;

const defOf = (schema: Schema) => schema._zod.def as z.core.$ZodTypes['_zod']['def'];

const literals = (shape: Readonly<Record<string, Schema>>): string[] =>
  Object.entries(shape).flatMap(([name, field]) => {
    const def = defOf(field);
    return def.type === 'literal' ? [`${JSON.stringify(name)}:${JSON.stringify(def.values[0])}`] : [];
  });

/** Every list and map that the schema has, however deep: each is where a sender may put as much as fits. */
const openPlaces = (schema: Schema | undefined, place: Place = (inside) => inside): Place[] => {
  if (!schema) return [];
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return [
        place,
        ...Object.entries(def.shape).flatMap(([name, field]) =>
          openPlaces(field, (inside) =>
            place(`{${[...literals(def.shape), `${JSON.stringify(name)}:${inside}`].join(',')}}`),
          ),
        ),
      ];
    case 'array':
      return [place, ...openPlaces(def.element, (inside) => place(`[${inside}]`))];
    case 'record':
      return [place, ...openPlaces(def.valueType, (inside) => place(`{"a":${inside}}`))];
    case 'union':
      return def.options.flatMap((option) => openPlaces(option, place));
    case 'optional':
    case 'default':
    case 'nullable':
      return openPlaces(def.innerType, place);
    case 'pipe':
      return openPlaces(def.in, place);
    default:
      return [];
  }
};

const listOf = (part: string) => (bytes: number) =>
  `[${Array.from({ length: Math.max(1, Math.floor((bytes - 2) / (part.length + 1))) }, () => part).join(',')}]`;

const mapOf = (value: string) => (bytes: number) => {
  const parts: string[] = [];
  for (let left = bytes - 2, at = 0; left > 0; at += 1) {
    const part = `"${at.toString(36)}":${value}`;
    parts.push(part);
    left -= part.length + 1;
  }
  return `{${parts.slice(0, -1).join(',')}}`;
};

/** What a sender may fill a place with: what is quick to send and slow to tell all the faults of. */
const fillings: Readonly<Record<string, (bytes: number) => string>> = {
  'empty objects': listOf('{}'),
  'empty lists': listOf('[]'),
  'lists of lists': listOf('[[],[],[],[],[],[],[],[],[],[]]'),
  numbers: listOf('0'),
  'the same text': listOf('"a"'),
  'unknown fields': mapOf('0'),
  'unknown objects': mapOf('{}'),
  'names that every object has': () =>
    `{${Object.getOwnPropertyNames(Object.prototype)
      .map((name) => `${JSON.stringify(name)}:{}`)
      .join(',')}}`,
  'one long name': (bytes) => `{"${'x'.repeat(bytes - 6)}":0}`,
  'one long text': (bytes) => `"${'å'.repeat(Math.floor((bytes - 2) / 2))}"`,
  'marks that end nothing': (bytes) => `"${'\u2068'.repeat(Math.floor((bytes - 2) / 3))}"`,
  depth: (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
};

/** Bodies within the limit that are as wrong as a body can be, each with its name. */
export function* hostileBodies(
  { body }: Pick<Contract, 'body'>,
  limit: number,
): Generator<{ readonly name: string; readonly text: string }> {
  const places = [...new Set(openPlaces(body).map((place) => place('@')))];
  for (const [at, place] of places.entries())
    for (const [name, fill] of Object.entries(fillings)) {
      const room = limit - Buffer.byteLength(place) - 2;
      yield { name: `${name} at ${at}`, text: place.replace('@', () => fill(room)) };
    }
}
