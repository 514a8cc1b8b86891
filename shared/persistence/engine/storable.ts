const partsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? Object.entries(value)
    : [];

/**
 * The value as the marshaller can take it. It asks an object for its `constructor`, so a map with a key of that name would be taken for
 * something else: such a map goes as a `Map`, and comes back as the object it was.
 */
export const storable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(storable);
  const parts = partsOf(value);
  if (parts.length === 0) return value;
  const taken = parts.map(([name, part]) => [name, storable(part)] as const);
  return parts.some(([name]) => name === 'constructor') ? new Map(taken) : Object.fromEntries(taken);
};

/** An item whose own attributes have names of ours. */
export const storableItem = (item: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, storable(value)]));
