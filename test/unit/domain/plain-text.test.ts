import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '../../../shared/domain/plain-text.ts';

const three = { min: 1, max: 3 };
const takes = (schema: typeof plainText, text: string): boolean => schema(three).safeParse(text).success;

describe('ORG-4 text that is shown to residents', () => {
  it('is counted in code points', () => {
    expect(takes(plainText, '😴😴😴')).toBe(true);
    expect(takes(plainText, '😴😴😴😴')).toBe(false);
    expect(takes(plainText, 'e\u0301e\u0301')).toBe(false);
    expect(takes(plainText, '')).toBe(false);
  });

  it('is trimmed before it is counted', () => {
    expect(plainText(three).parse('  \nabc\n  ')).toBe('abc');
    expect(takes(plainText, '   ')).toBe(false);
  });

  it('has newlines; a line has none', () => {
    expect(takes(plainText, 'a\nb')).toBe(true);
    for (const end of ['\n', '\r', '\u2028', '\u2029', '\u0085'])
      expect(takes(plainLine, `a${end}b`)).toBe(false);
  });

  it('has emoji joined and coloured, of which some marks are not seen', () => {
    const schema = plainText({ min: 0, max: 50 });
    for (const text of ['👨‍👩‍👧', '👋🏽', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇸🇪', '1️⃣']) expect(schema.parse(text)).toBe(text);
  });

  it('never has a control character, a direction mark or half a character', () => {
    const bad = [
      ...Array.from({ length: 0xa0 }, (_, code) => code).filter(
        (code) => (code < 32 && code !== 10) || code > 126,
      ),
      ...[0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
      ...[0xd800, 0xdbff, 0xdc00, 0xdfff],
    ];
    for (const code of bad)
      for (const schema of [plainText, plainLine])
        expect(takes(schema, `a${String.fromCharCode(code)}b`)).toBe(false);
  });

  it('is never longer than it says, in the characters JSON Schema counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
        const { success, data = '' } = plainText({ min: 0, max: 5 }).safeParse(text);
        expect([...data].length).toBeLessThanOrEqual(5);
        if ([...text].length > 5 && text.trim() === text) expect(success).toBe(false);
      }),
    );
  });
});
