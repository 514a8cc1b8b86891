import type { Context } from 'aws-lambda';
import { entryOf } from '../../functions/function-source.ts';

/** A function as Lambda calls it: what it takes and gives is between it and whatever wakes it. */
export type LambdaHandler = (event: unknown, context: Context) => Promise<unknown>;

/** By the path that the names give, as the stacks find a function's entry: nothing under functions/ is imported by name. */
export const loadHandler = async (folder: string, name: string): Promise<LambdaHandler> => {
  const file = entryOf({ folder, name });
  const module: { readonly handler?: unknown } = await import(
    new URL(`../../../${file}`, import.meta.url).href
  );
  if (typeof module.handler !== 'function') throw new Error(`${file} exports no handler`);
  return module.handler as LambdaHandler;
};
