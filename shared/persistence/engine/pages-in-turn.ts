import type { Cursors, ListName, Position } from './cursor.ts';
import type { Page, PageRequest } from './page.ts';

/** One of the lists that are shown one after the other. */
interface Part<P> {
  readonly part: P;
  readonly list: ListName;
  /** Before the first of it. */
  readonly top: Position;
}

/** Several lists as one: the cursor tells which of them a page is of, and the end of one leads to the next. */
export const pageInTurn = async <P, T>(
  cursors: Cursors,
  parts: readonly [Part<P>, ...Part<P>[]],
  { cursor }: PageRequest,
  query: (part: P, list: ListName) => Promise<Page<T>>,
): Promise<Page<T>> => {
  const at = parts.findIndex(({ list }) => cursor !== undefined && cursors.open(list, cursor));
  const { part, list } = parts[at] ?? parts[0];
  const following = parts[Math.max(at, 0) + 1];
  const found = await query(part, list);
  return { ...found, next: found.next ?? (following && cursors.seal(following.list, following.top)) };
};
