import * as z from 'zod';
import { contentId, keptContentId } from './content-id.ts';

type Schema = z.core.$ZodType;

/** Made once: a function answers many times in one shape. */
const shapes = new WeakMap<Schema, Schema>();

const within = (schema: Schema, changed: object): Schema =>
  z.clone(schema, { ...schema._zod.def, ...changed } as never);

/** The schema itself where nothing in it is another: a clone would be made ready for nothing. */
const withParts = (
  schema: Schema,
  parts: Readonly<Record<string, Schema>>,
  put: (parts: Record<string, Schema>) => object,
): Schema => {
  const kept = Object.entries(parts).map(([name, part]) => [name, keptPart(part)] as const);
  const same = kept.every(([name, part]) => part === parts[name]);
  return same ? schema : within(schema, put(Object.fromEntries(kept)));
};

function keptPart(schema: Schema): Schema {
  if (schema === contentId) return keptContentId;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return withParts(schema, def.shape, (shape) => ({ shape }));
    case 'array':
      return withParts(schema, { element: def.element }, (parts) => parts);
    case 'optional':
    case 'default':
    case 'nullable':
      return withParts(schema, { innerType: def.innerType }, (parts) => parts);
    case 'record':
      return withParts(schema, { keyType: def.keyType, valueType: def.valueType }, (parts) => parts);
    case 'union':
      return withParts(schema, Object.fromEntries(def.options.entries()), (options) => ({
        options: Object.values(options),
      }));
    default:
      return schema;
  }
}

/**
 * The same shape for what is there already: its ids may be any that can stand in the tables. What may be made is for the way in to say;
 * a rule that came later must not hide from care what was written before it.
 */
export const keptShape = <S extends Schema>(schema: S): S => {
  const made = shapes.get(schema) ?? keptPart(schema);
  shapes.set(schema, made);
  return made as S;
};
