import type * as z from 'zod';

type Schema = z.core.$ZodType;

const partsOf = (schema: Schema): Schema[] => {
  const def = schema._zod.def as z.core.$ZodTypes['_zod']['def'];
  switch (def.type) {
    case 'object':
      return Object.values(def.shape);
    case 'array':
      return [def.element];
    case 'record':
      return [def.keyType, def.valueType];
    case 'union':
      return [...def.options];
    case 'optional':
    case 'default':
    case 'nullable':
      return [def.innerType];
    case 'pipe':
      return [def.in, def.out];
    default:
      return [];
  }
};

/** A schema and every schema in it, each once. */
export const schemasIn = (schema: Schema | undefined, seen: Set<Schema> = new Set()): Set<Schema> => {
  if (!schema || seen.has(schema)) return seen;
  seen.add(schema);
  for (const part of partsOf(schema)) schemasIn(part, seen);
  return seen;
};
