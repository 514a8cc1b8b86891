import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentType, formatOf } from '../../../../shared/domain/media/format.ts';
import { judgeUpload } from '../../../../shared/domain/media/judge-upload.ts';
import {
  isUndecided,
  media,
  mediaState,
  rejection,
  rejectionAdvice,
} from '../../../../shared/domain/media/media.ts';
import { aMedia } from './media-examples.ts';

const row = aMedia();
const clean = {
  ...{ scan: 'clean' as const, bytes: row.bytes, sha256: row.sha256 as string | undefined },
  ...{ contentType: row.contentType as string | undefined, sniffed: 'image/png' as string | undefined },
};

describe('MED-3 an upload that is not what was announced', () => {
  it.each([
    ['empty', { bytes: 0, sniffed: undefined }],
    ['wrong-size', { bytes: row.bytes + 1 }],
    ['wrong-size', { bytes: row.bytes - 1 }],
    ['wrong-checksum', { sha256: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['wrong-checksum', { sha256: undefined }],
    ['wrong-type', { contentType: 'text/html' }],
    ['wrong-type', { contentType: undefined }],
    ['unknown-bytes', { sniffed: undefined }],
    ['wrong-bytes', { sniffed: 'image/jpeg' }],
    ['wrong-bytes', { sniffed: 'application/x-msdownload' }],
  ])('is rejected as %s: %j', (reason, differing) => {
    expect(judgeUpload(row, { ...clean, ...differing })).toEqual({ state: 'rejected', rejection: reason });
  });

  it('is told what to do, whatever the reason', () => {
    for (const reason of rejection.options) expect(rejectionAdvice[reason]).toMatch(/\. ?\S.*\.$|: .*\.$/);
  });

  it('is good only where all agree, for every format', () => {
    const anyBytes = fc.constantFrom(
      ...contentType.options,
      'image/apng',
      'audio/x-m4a',
      'text/html',
      undefined,
    );
    fc.assert(
      fc.property(fc.constantFrom(...contentType.options), anyBytes, (type, sniffed) => {
        const judged = judgeUpload(aMedia({ contentType: type }), { ...clean, contentType: type, sniffed });
        const agree = sniffed !== undefined && formatOf(type).bytes.includes(sniffed);
        expect(judged.state).toBe(agree ? 'available' : 'rejected');
      }),
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
