import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Problem } from '../domain/problem.ts';

/** One page of a list and, where there is more, the opaque text that fetches the next. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | undefined;
}

/** Where a page ended: sort attributes only, never a partition, so that a cursor cannot lead into another's data. */
type Position = Readonly<Record<string, string>>;

const position = z.record(z.string(), z.string());

/** Seals positions so that clients can neither read into nor invent them; a broken one is the caller's fault (400). */
export interface Cursors {
  seal(position: Position): string;
  open(cursor: string): Position;
}

const refused = () =>
  new Problem('validation-failed', [
    { pointer: '/query/cursor', detail: 'Not a cursor from this list: start again without one' },
  ]);

export const createCursors = (secret: string): Cursors => {
  const tag = (payload: string) =>
    createHmac('sha256', secret).update(`cursor:${payload}`).digest().subarray(0, 12);
  return {
    seal(at) {
      const payload = Buffer.from(JSON.stringify(at)).toString('base64url');
      return `${payload}.${tag(payload).toString('base64url')}`;
    },
    open(cursor) {
      const [payload = '', given = ''] = cursor.split('.');
      const mark = Buffer.from(given, 'base64url');
      const expected = tag(payload);
      if (mark.length !== expected.length || !timingSafeEqual(mark, expected)) throw refused();
      // Decoding and splitting are lenient: only the text that was given out is taken back.
      if (cursor !== `${payload}.${expected.toString('base64url')}`) throw refused();
      return position.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    },
  };
};
