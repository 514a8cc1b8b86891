import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Where a page ended: sort attributes only, never a partition, so that a cursor cannot lead into another's data. */
export type Position = Readonly<Record<string, string>>;

const position = z.record(z.string(), z.string());

/** Which list a cursor belongs to: what it is a list of, and the partition. A filter that may vary is left out. */
export type ListName = readonly (string | undefined)[];

/** Seals positions so that clients can neither read nor invent them, nor carry them to another list. */
export interface Cursors {
  seal(list: ListName, position: Position): string;
  /** Undefined for anything that was not given out for this list. */
  open(list: ListName, cursor: string): Position | undefined;
}

const cipher = { algorithm: 'aes-256-gcm', keyBytes: 32, nonceBytes: 12, tagBytes: 16 } as const;

/** Positions are filled up to a multiple of so many bytes: how long a cursor is must not tell how long a word or an id in it is. */
const block = 256;

const filled = (at: Position): Buffer => {
  const text = Buffer.from(JSON.stringify(at));
  return Buffer.concat([text, Buffer.alloc(block - (text.length % block), ' ')]);
};

/** A position names persons by their keys and moments that are not everybody’s to know of, so it is encrypted and not only signed. */
export const createCursors = (secret: string): Cursors => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cursors', cipher.keyBytes));
  const { algorithm, nonceBytes, tagBytes: authTagLength } = cipher;
  const named = (list: ListName) => Buffer.from(JSON.stringify(list));
  return {
    seal(list, at) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(named(list));
      const text = Buffer.concat([sealing.update(filled(at)), sealing.final()]);
      return Buffer.concat([nonce, text, sealing.getAuthTag()]).toString('base64url');
    },
    open(list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Read so forgivingly that one cursor has many spellings: the one that was given out alone counts.
      const isSpeltSo = bytes.toString('base64url') === cursor;
      if (!isSpeltSo || bytes.length < nonceBytes + authTagLength) return undefined;
      const opening = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength });
      opening.setAAD(named(list)).setAuthTag(bytes.subarray(-authTagLength));
      const text = opening.update(bytes.subarray(nonceBytes, -authTagLength));
      try {
        opening.final();
      } catch {
        return undefined;
      }
      return position.parse(JSON.parse(text.toString('utf8')));
    },
  };
};
