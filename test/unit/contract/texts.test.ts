import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { routes } from '../../../functions/routes.ts';

type Schema = z.core.$ZodType;
interface Text {
  readonly at: string;
  readonly schema: z.ZodType;
}

const defOf = (schema: Schema) => schema._zod.def as z.core.$ZodTypes['_zod']['def'];

const within = (at: string, parts: Readonly<Record<string, Schema>>): Text[] =>
  Object.entries(parts).flatMap(([name, part]) => textsIn(part, `${at}/${name}`));

/** Every string that a schema takes, with where it stands. */
const textsIn = (schema: Schema | undefined, at: string): Text[] => {
  if (!schema) return [];
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return [{ at, schema: schema as z.ZodType }];
    case 'object':
      return within(at, def.shape);
    case 'array':
      return textsIn(def.element, `${at}/0`);
    case 'record':
      return [...textsIn(def.keyType, `${at}/{name}`), ...textsIn(def.valueType, `${at}/{value}`)];
    case 'union':
      return within(at, Object.fromEntries(def.options.entries()));
    case 'optional':
    case 'default':
    case 'nullable':
      return textsIn(def.innerType, at);
    case 'pipe':
      return textsIn(def.in, at);
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'transform':
      return [];
    default:
      throw new Error(`${at}: no one has said what texts a schema of type ${def.type} takes`);
  }
};

/** A cursor and an ETag are ours and read as such; what a machine called a file is cleaned with the other names of files. */
const elsewhere = /\/(cursor|toEtag|fileName)$/;

const texts = routes.flatMap(({ contract: { operationId, params, query, body } }) =>
  Object.entries({ params, query, body }).flatMap(([part, schema]) =>
    textsIn(schema, `${operationId}/${part}`),
  ),
);
const checked = texts.filter(({ at }) => !elsewhere.test(at));
const around = (mark: string): string[] => [
  `Anna${mark}Ek`,
  `${mark}Anna`,
  `https://example.org/${mark}a`,
  `19900508${mark}2392`,
];

describe('AUT-2, SEC-3 every text that a request brings', () => {
  it('is found, hundreds of them', () => {
    expect(checked.length).toBeGreaterThan(150);
  });

  it.each(['\u0000', '\u0007', '\u007f', '\u202e', '\u202d', '\ud800'])(
    'never has %j in it, whatever else it may be',
    (mark) => {
      const taken = checked.filter(({ schema }) =>
        around(mark).some((text) => schema.safeParse(text).success),
      );
      expect(taken.map(({ at }) => at)).toEqual([]);
    },
  );

  it.each(['\r\n', '\r', '\u2069', '\u202c', 'e\u0301'])(
    'may be pasted with %j, and is put in order, where it may be any text',
    (mark) => {
      const free = checked.filter(({ schema }) => schema.safeParse('Anna, Ek!').success);
      expect(free.length).toBeGreaterThan(30);
      const wrong = free.filter(({ schema }) => {
        const { success, data } = schema.safeParse(`An${mark}na`);
        return !success || String(data).includes(mark);
      });
      expect(wrong.map(({ at }) => at)).toEqual([]);
    },
  );
});
