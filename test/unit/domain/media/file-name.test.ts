import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, endingOf } from '../../../../shared/domain/media/file-name.ts';
import { runs } from '../../../support/property-runs.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Names from anywhere, thick with just those characters that the rules are about. */
const piece = fc.constantFrom(
  ...[
    'a',
    'Å',
    'å',
    'a\u030A',
    'o\u0308',
    '\u0301',
    ' ',
    '.',
    '..',
    '/',
    '\\',
    '%',
    '%2F',
    '%252f',
    '%5C',
    '%00',
  ],
  ...[
    '\u202E',
    '\u200B',
    '\u200D',
    '\uFE0F',
    '\u2066',
    '\uFEFF',
    '\0',
    '\n',
    '\u2028',
    '\u00AD',
    '\u{E0061}',
  ],
  ...['👩‍🚀', '🏳️‍🌈', '🎉', '🇸🇪', '👍🏽', '\uD83D', '\uDE00', '<', '?', ':', '|', '"', '*'],
  ...['con', 'CON', 'nul', 'com1', 'lpt¹', '.png', '.PNG', 'fil', '_', '漢', '\u1100', '\u1161', '\u3164'],
);
const anyName = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { minLength: 60, maxLength: 150 }).map((pieces) => pieces.join('')),
);
const tries = { numRuns: runs(5000) };

describe('MED-2 a cleaned file name, whatever was given', () => {
  it('is not changed by cleaning it again', () => {
    fc.assert(
      fc.property(anyName, (given) => {
        const clean = cleanFileName(given);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      tries,
    );
  });

  it('is never empty, fits in 200 bytes and is well-formed and composed', () => {
    fc.assert(
      fc.property(anyName, (given) => {
        const clean = cleanFileName(given);
        expect(clean).not.toBe('');
        expect(bytesOf(clean)).toBeLessThanOrEqual(200);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
      }),
      tries,
    );
  });

  it('has no separators, none once decoded, no controls, nothing that turns the text, no dots or spaces around it', () => {
    fc.assert(
      fc.property(anyName, (given) => {
        const clean = cleanFileName(given);
        expect(clean).not.toMatch(/[/\\<>:"|?*]|%(?:2f|5c)/i);
        expect(clean).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200B\u200C\u2060\uFEFF]/u);
        expect(clean).not.toMatch(/^[.\s]|[.\s]$/u);
        expect(clean).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      }),
      tries,
    );
  });

  it('is the same for a decomposed name as for the composed one', () => {
    fc.assert(
      fc.property(anyName, (given) => {
        expect(cleanFileName(given.normalize('NFD'))).toBe(cleanFileName(given.normalize('NFC')));
      }),
      tries,
    );
  });

  it('keeps the ending of a name that is cut', () => {
    const long = fc.array(fc.constantFrom('å', 'e\u0301', '👩‍🚀', 'x', ' '), {
      minLength: 201,
      maxLength: 400,
    });
    fc.assert(
      fc.property(long, fc.constantFrom('.png', '.mp4', '.M4A'), (letters, tail) => {
        const clean = cleanFileName(`b${letters.join('')}${tail}`);
        expect(clean.endsWith(tail)).toBe(true);
        expect(bytesOf(clean)).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('MED-2 the file name', () => {
  it.each([
    [
      'Swedish letters and emoji, composed',
      'Årsmöte – bäst före 🎉.png'.normalize('NFC'),
      'Årsmöte – bäst före 🎉.png',
    ],
    [
      'the same decomposed, as macOS gives them',
      'Årsmöte – bäst före 🎉.png'.normalize('NFD'),
      'Årsmöte – bäst före 🎉.png',
    ],
    ['a path upwards', '../../x.png', 'x.png'],
    ['a Windows path', 'C:\\fakepath\\bild.png', 'bild.png'],
    ['a path in percent-encoding', '..%2F..%5Cx.png', 'x.png'],
    ['a separator encoded twice, which decoding once does not show', 'a%2Fb%252Fc.png', 'b%252Fc.png'],
    ['a percent sign that hides nothing', '50 % rabatt, 100%25.png', '50 % rabatt, 100%25.png'],
    ['text that turns', 'rapport\u202Egnp.exe', 'rapportgnp.exe'],
    ['a name that Windows keeps to itself', 'con.png', '_con.png'],
    ['the same with more endings', 'Aux.tar.gz', '_Aux.tar.gz'],
    ['a name that only begins so', 'console.png', 'console.png'],
    ['an emoji made of several by joiners', '👩‍🚀 👨‍👩‍👧 🏳️‍🌈.png', '👩‍🚀 👨‍👩‍👧 🏳️‍🌈.png'],
    ['a flag made of tags, a heart and a keycap', '🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️1️⃣.png', '🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️1️⃣.png'],
    ['a joiner where no emoji is', 'ab\u200Dc.png', 'abc.png'],
    ['nothing', '', 'fil'],
    ['nothing but dots', ' .. . ', 'fil'],
    ['nothing but what cannot be kept, and an ending', '???.png', 'fil.png'],
    ['an emoji and nothing else', '🎉', '🎉'],
    ['a dot first', '.hemlig.pdf', 'hemlig.pdf'],
    ['a lone surrogate', '\uD83D.png', '\uFFFD.png'],
    ['a null before the ending', 'bild\0.png', 'bild.png'],
  ])('%s', (_, given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('is cut between what a reader sees as characters', () => {
    expect(cleanFileName(`${'x'.repeat(300)}.png`)).toBe(`${'x'.repeat(196)}.png`);
    expect(cleanFileName(`${'x'.repeat(190)}👩‍🚀.png`)).toBe(`${'x'.repeat(190)}.png`);
    expect(cleanFileName(`${'🎉'.repeat(300)}.jpeg`)).toBe(`${'🎉'.repeat(48)}.jpeg`);
  });

  it('has an ending in small letters, or none', () => {
    expect([endingOf('Bild.PNG'), endingOf('utan'), endingOf('a.b.Mp4'), endingOf('slut.')]).toEqual([
      'png',
      '',
      'mp4',
      '',
    ]);
  });
});
