import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../../shared/domain/media/bytes/file-bytes.ts';
import { contentType } from '../../../../shared/domain/media/format.ts';
import { judgeUpload } from '../../../../shared/domain/media/judge-upload.ts';
import { isUndecided, media, mediaState, rejection } from '../../../../shared/domain/media/media.ts';
import { rejectionAdvice } from '../../../../shared/domain/media/rejection-advice.ts';
import { aMedia } from './media-examples.ts';

const seens: readonly Seen[] = [
  ...(['whole', 'other', 'incomplete', 'trailing-bytes', 'locked', 'only-sound', 'holds-film'] as const),
];
const row = aMedia();
const clean = {
  ...{ scan: 'clean' as const, bytes: row.bytes, sha256: row.sha256 as string | undefined },
  ...{ contentType: row.contentType as string | undefined, sniffed: undefined as string | undefined },
  seen: 'whole' as Seen,
};

describe('MED-3 an upload that is not what was announced', () => {
  it.each([
    ['empty', { bytes: 0, seen: 'other' as const }],
    ['wrong-size', { bytes: row.bytes + 1 }],
    ['wrong-size', { bytes: row.bytes - 1 }],
    ['wrong-checksum', { sha256: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['wrong-checksum', { sha256: undefined }],
    ['wrong-type', { contentType: 'text/html' }],
    ['wrong-type', { contentType: undefined }],
    ['unknown-bytes', { seen: 'other' as const }],
    ['unknown-bytes', { seen: 'other' as const, sniffed: 'image/png' }],
    ['wrong-bytes', { seen: 'other' as const, sniffed: 'image/jpeg' }],
    ['wrong-bytes', { seen: 'incomplete' as const, sniffed: 'application/x-msdownload' }],
    ['incomplete', { seen: 'incomplete' as const }],
    ['trailing-bytes', { seen: 'trailing-bytes' as const, sniffed: 'image/png' }],
  ])('is rejected as %s: %j', (reason, differing) => {
    expect(judgeUpload(row, { ...clean, ...differing })).toEqual({ state: 'rejected', rejection: reason });
  });

  it.each(rejection.options)('is told what to do where it is %s, in Swedish and in English', (code) => {
    const { sv, en } = rejectionAdvice[code];
    for (const text of [sv, en]) expect(text).toMatch(/\. ?\S.*\.$|: .*\.$/);
    expect(sv).not.toBe(en);
    expect(sv).toMatch(/[åäö]/);
  });

  it('is good only where its bytes are wholly what was announced, whatever they may be taken for', () => {
    const sniffs = fc.constantFrom(...contentType.options, 'image/apng', 'text/html', undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...contentType.options),
        sniffs,
        fc.constantFrom(...seens),
        (type, sniffed, seen) => {
          const found = { ...clean, contentType: type, sniffed, seen };
          const { state } = judgeUpload(aMedia({ contentType: type }), found);
          expect(state).toBe(seen === 'whole' ? 'available' : 'rejected');
        },
      ),
    );
  });
});

describe('MED-4 an upload', () => {
  it('that is not scanned yet waits, however long', () => {
    expect(judgeUpload(row, { scan: 'pending' })).toEqual({ state: 'scanning' });
  });

  it.each(['infected', 'unscannable'] as const)('found %s is rejected unseen', (scan) => {
    expect(judgeUpload(row, { scan })).toEqual({ state: 'rejected', rejection: scan });
  });

  it('found clean and as announced is available', () => {
    expect(judgeUpload(row, clean)).toEqual({ state: 'available' });
  });

  it('is undecided until it is judged', () => {
    expect(mediaState.options.filter((state) => isUndecided({ state }))).toEqual([
      'awaiting-upload',
      'scanning',
    ]);
  });
});

describe('MED-1 the row of a file', () => {
  it.each([
    ['no bytes', { bytes: 0 }],
    [
      'a checksum in hexadecimal',
      { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    ],
    ['a checksum spelt another way', { sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=' }],
    ['an unknown type', { contentType: 'image/svg+xml' }],
  ])('cannot have %s', (_, wrong) => {
    expect(media.safeParse(aMedia()).success).toBe(true);
    expect(media.safeParse({ ...aMedia(), ...wrong }).success).toBe(false);
  });
});
