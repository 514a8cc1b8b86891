import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCursors } from '../../../shared/persistence/engine/cursor.ts';
import { runs } from '../../support/property-runs.ts';

const cursors = createCursors('a secret of at least thirty-two characters');
const list = ['results', 'i-1'];
const position = fc.dictionary(
  fc.constantFrom('pk', 'sk', 'at', 'startedAt'),
  fc.string({ unit: 'binary' }),
  { noNullPrototype: true },
);
const sealed = position.map((at) => cursors.seal(list, at));

const decoded = (cursor: string, code: string) =>
  Buffer.from(cursor, code as BufferEncoding).toString('latin1');

describe('LOG-19 a cursor', () => {
  it('leads back to the position it was made for', () => {
    fc.assert(
      fc.property(position, (at) => {
        expect(cursors.open(list, cursors.seal(list, at))).toEqual(at);
      }),
    );
  });

  it('can stand in an address as it is', () => {
    fc.assert(
      fc.property(sealed, (cursor) => {
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('tells nothing of the position, not how long it is either, and is another each time', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const cursor = cursors.seal(list, { sk: one });
        const read = [cursor, ...['base64url', 'hex'].map((code) => decoded(cursor, code))].join(' ');
        expect(read).not.toContain(one);
        expect(cursors.seal(list, { sk: one })).not.toBe(cursor);
        expect(cursors.seal(list, { sk: other })).toHaveLength(cursor.length);
      }),
    );
  });

  it('is refused once any character has changed', () => {
    const character = fc.oneof(
      fc.constantFrom('A', '-', '+', '_', '/', '.', '='),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(sealed, fc.nat(), character, (cursor, place, other) => {
        const at = place % cursor.length;
        fc.pre(cursor[at] !== other);
        expect(cursors.open(list, cursor.slice(0, at) + other + cursor.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is refused where anything was put in, taken out or hung on', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), fc.string({ minLength: 1 }), (cursor, place, more) => {
        const at = place % cursor.length;
        const [before, after] = [cursor.slice(0, at), cursor.slice(at)];
        for (const changed of [before + more + after, cursor + more, `${cursor}.${more}`, before])
          expect(cursors.open(list, changed)).toBeUndefined();
      }),
    );
  });

  it('is refused where its bytes are spelt in another way', () => {
    const spelt = Array.from({ length: 200 }, (_, at) => cursors.seal(list, { sk: String(at) }))
      .map((cursor) => [cursor, cursor.replaceAll('-', '+').replaceAll('_', '/')] as const)
      .filter(([cursor, other]) => cursor !== other);
    expect(spelt.length).toBeGreaterThan(0);
    for (const [, other] of spelt) expect(cursors.open(list, other)).toBeUndefined();
  });

  it('is refused by any other list', () => {
    const other = fc
      .array(fc.option(fc.string(), { nil: undefined }))
      .filter((name) => String(name) !== String(list));
    fc.assert(
      fc.property(position, other, (at, name) => {
        expect(cursors.open(name, cursors.seal(list, at))).toBeUndefined();
      }),
    );
  });

  it('is refused under another secret', () => {
    fc.assert(
      fc.property(position, fc.string({ minLength: 32 }), (at, secret) => {
        expect(cursors.open(list, createCursors(secret).seal(list, at))).toBeUndefined();
      }),
    );
  });

  it('is refused, never more than that, whatever text comes instead', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.base64String(), fc.base64String()).map((parts) => parts.join('.')),
      fc.json().map((json) => `${Buffer.from(json).toString('base64url')}.AAAAAAAAAAAAAAAA`),
    );
    fc.assert(
      fc.property(text, (cursor) => {
        expect(cursors.open(list, cursor)).toBeUndefined();
      }),
    );
  });
});
