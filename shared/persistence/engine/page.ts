import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** One page of a list and, where there is more, the opaque text that fetches the next. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | undefined;
}

/** Where a page ended: sort attributes only, never a partition, so that a cursor cannot lead into another's data. */
export type Position = Readonly<Record<string, string>>;

/** Which page is asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
}

const position = z.record(z.string(), z.string());

/** Which list a cursor belongs to: what it is a list of, and the partition. A filter that may vary is left out. */
export type ListName = readonly (string | undefined)[];

/** Seals positions so that clients can neither read into nor invent them, nor carry them to another list. */
export interface Cursors {
  seal(list: ListName, position: Position): string;
  /** Undefined for anything that was not given out for this list. */
  open(list: ListName, cursor: string): Position | undefined;
}

export const createCursors = (secret: string): Cursors => {
  const tag = (list: ListName, payload: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['cursor', list, payload]))
      .digest()
      .subarray(0, 12);
  return {
    seal(list, at) {
      const payload = Buffer.from(JSON.stringify(at)).toString('base64url');
      return `${payload}.${tag(list, payload).toString('base64url')}`;
    },
    open(list, cursor) {
      const [payload = ''] = cursor.split('.');
      const expected = Buffer.from(`${payload}.${tag(list, payload).toString('base64url')}`);
      const given = Buffer.from(cursor);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return position.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    },
  };
};
