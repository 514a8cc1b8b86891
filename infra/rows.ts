import { type Route, routes } from '../functions/routes.ts';
import { triggers } from '../functions/triggers.ts';

/** The tables that the stacks are made from. */
export interface Rows {
  readonly routes: readonly Route[];
  readonly triggers: typeof triggers;
}

/** Those of the system; tests give others, to see what happens when there are more. */
export const rows: Rows = { routes, triggers };

/** The one that does something: without it, or with two, it would be left undone or be done twice. */
export const onlyOne = <T>(found: readonly T[], what: string): T => {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} rows for ${what}: one does it`);
  return one;
};
