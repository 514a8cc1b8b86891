import * as z from 'zod';
import { mostFaults } from './fault-limits.ts';

type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** A list or map with more in it than its schema takes, or an object with more fields that it does not have than are told. */
export type Overfull =
  | { readonly path: Path; readonly most: number }
  | { readonly path: Path; readonly unknown: readonly string[] };

const firstOf = <T>(parts: Iterable<T>, look: (part: T) => Overfull | undefined): Overfull | undefined => {
  for (const part of parts) {
    const found = look(part);
    if (found) return found;
  }
  return undefined;
};

const inList = (
  { element }: { element: Schema },
  most: number | undefined,
  list: readonly unknown[],
  path: Path,
) =>
  most !== undefined && list.length > most
    ? { path, most }
    : firstOf(list.entries(), ([at, part]) => overfullIn(element, part, [...path, at]));

/** Where one more would be dropped without a word, there is nothing to tell. */
const isStrict = ({ catchall }: { catchall?: Schema | undefined }): boolean =>
  catchall?._zod.def.type === 'never';

const inObject = (def: z.core.$ZodObjectDef, object: object, path: Path): Overfull | undefined => {
  const shape: Readonly<Record<string, Schema>> = def.shape;
  const names = Object.keys(object);
  if (isStrict(def) && names.length > Object.keys(shape).length + mostFaults)
    return { path, unknown: names.filter((name) => !Object.hasOwn(shape, name)) };
  return firstOf(Object.entries(shape), ([name, field]) =>
    Object.hasOwn(object, name)
      ? overfullIn(field, Object.getOwnPropertyDescriptor(object, name)?.value, [...path, name])
      : undefined,
  );
};

const inMap = (schema: Schema, map: object, path: Path): Overfull | undefined => {
  const most = z.globalRegistry.get(schema as z.ZodType)?.['maxProperties'];
  return typeof most === 'number' && Object.keys(map).length > most ? { path, most } : undefined;
};

/** How many parts a list may have, by its schema. */
export const mostIn = (list: Schema): number | undefined => {
  for (const check of list._zod.def.checks ?? [])
    if (check._zod.def.check === 'max_length' && 'maximum' in check._zod.def)
      return Number(check._zod.def.maximum);
  return undefined;
};

/**
 * The first list, map or object that is too long, found by counting alone: zod counts only when it has judged everything in it, and what is sent
 * to keep it busy is in such lists.
 */
export const overfullIn = (schema: Schema, value: unknown, path: Path): Overfull | undefined => {
  const def = schema._zod.def as z.core.$ZodTypes['_zod']['def'];
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return overfullIn(def.innerType, value, path);
  if (def.type === 'array')
    return Array.isArray(value) ? inList(def, mostIn(schema), value, path) : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (def.type === 'object') return inObject(def, value, path);
  return def.type === 'record' ? inMap(schema, value, path) : undefined;
};
