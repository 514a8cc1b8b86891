import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainText, textPart } from '../../../shared/domain/plain-text.ts';

const three = { min: 1, max: 3 };
const takes = (schema: typeof plainText, text: string): boolean => schema(three).safeParse(text).success;

describe('ORG-4 text that is shown to residents', () => {
  it('is counted in code points', () => {
    expect(takes(plainText, '😴😴😴')).toBe(true);
    expect(takes(plainText, '😴😴😴😴')).toBe(false);
    expect(takes(plainText, 'x\u0301x\u0301')).toBe(false);
    expect(takes(plainText, '')).toBe(false);
  });

  it('is trimmed before it is counted', () => {
    expect(plainText(three).parse('  \nabc\n  ')).toBe('abc');
    expect(takes(plainText, '   ')).toBe(false);
  });

  it('is not put in order where it is far too long, and is where much space is about it', () => {
    const { error } = plainText({ min: 0, max: 3 }).safeParse(' '.repeat(20_000));
    expect(error?.issues).toMatchObject([{ params: { said: { code: 'text-length' } } }]);
    expect(plainText(three).parse(`abc${' '.repeat(9_000)}`)).toBe('abc');
  });

  it('has newlines; in a line they part words', () => {
    const schema = plainText({ min: 0, max: 50 });
    expect(schema.parse('a\n\nb\tc')).toBe('a\n\nb\tc');
    for (const end of ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\t', '\r\n\t']) {
      expect(plainLine({ min: 0, max: 50 }).parse(`a${end}b`)).toBe('a b');
      expect(schema.parse(`a${end}b`)).toMatch(/^a[\n\t]+b$/);
    }
  });

  it('has letters and their accents in one, however they were pasted', () => {
    expect(plainLine(three).parse('A\u030ao\u0308')).toBe('Åö');
  });

  it('has emoji joined and coloured, of which some marks are not seen', () => {
    const schema = plainText({ min: 0, max: 50 });
    for (const text of ['👨‍👩‍👧', '👋🏽', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇸🇪', '1️⃣']) expect(schema.parse(text)).toBe(text);
  });

  it('never has a control character, what turns it about, or half a character, and is told so in both languages', () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => code).filter(
      (code) => (code < 32 && ![9, 10, 13].includes(code)) || (code > 126 && code !== 0x85),
    );
    for (const code of [...controls, 0x202d, 0x202e, 0xd800, 0xdbff, 0xdc00, 0xdfff])
      for (const schema of [plainText, plainLine, textPart]) {
        const { error } = schema(three).safeParse(`a${String.fromCharCode(code)}b`);
        expect(error?.issues).toMatchObject([{ params: { said: { code: 'text-dangerous' } } }]);
      }
  });

  it('keeps marks of direction, each pair whole within its line', () => {
    const schema = plainText({ min: 0, max: 50 });
    expect(schema.parse('a\u200eb\u200fc\u061cd')).toBe('a\u200eb\u200fc\u061cd');
    expect(schema.parse('\u2068Anna\u2069 och \u202bb\u202c')).toBe('\u2068Anna\u2069 och \u202bb\u202c');
    expect(schema.parse('a\u2069\u202cb')).toBe('ab');
    expect(schema.parse('\u2068a\nb')).toBe('\u2068a\u2069\nb');
    expect(schema.parse('\u2067\u202aa\u2069b\u202c')).toBe('\u2067\u202aa\u202c\u2069b');
  });

  it('is in order once and for all: what was read reads the same again', () => {
    const bit = fc.constantFrom(...'ab \t\n\r\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u200e\u0308o');
    fc.assert(
      fc.property(fc.string({ unit: bit, maxLength: 20 }), (text) => {
        for (const schema of [plainText, plainLine, textPart]) {
          const once = schema({ min: 0, max: 100 }).parse(text);
          expect(schema({ min: 0, max: 100 }).parse(once)).toBe(once);
          const opened = once.match(/[\u2066-\u2068]/g)?.length ?? 0;
          expect(once.match(/\u2069/g)?.length ?? 0).toBe(opened);
        }
      }),
    );
  });

  it('is never longer than it says, in the characters JSON Schema counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
        const { success, data = '' } = plainText({ min: 0, max: 5 }).safeParse(text);
        expect([...data].length).toBeLessThanOrEqual(5);
        if ([...text.normalize('NFC')].length > 5 && /^[\x21-\x7e]+$/.test(text)) expect(success).toBe(false);
      }),
    );
  });
});
