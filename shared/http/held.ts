/** What came of something begun before anybody knows whether the caller may hear of it. */
export type Held<T> = { readonly value: T } | { readonly error: unknown };

/** Begins it and never throws: what it throws is held back with what it finds. */
export const hold = async <T>(begin: () => T | Promise<T>): Promise<Held<T>> => {
  try {
    return { value: await begin() };
  } catch (error) {
    return { error };
  }
};

export const outcomeOf = <T>(held: Held<T>): T => {
  if ('error' in held) throw held.error;
  return held.value;
};
