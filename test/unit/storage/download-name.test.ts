import { parse } from 'content-disposition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from '../../../shared/domain/media/file-name.ts';
import { contentDisposition } from '../../../shared/storage/download-name.ts';
import { runs } from '../../support/property-runs.ts';

const named = (fileName: string) => contentDisposition({ fileName, kind: 'image' });

describe('MED-2 the header a file is downloaded under', () => {
  it('has the whole name, and one in ASCII for readers that know no more', () => {
    expect(named('Årsmöte – bäst före 🎉.png')).toBe(
      'inline; filename="Arsmote - bast fore _.png"; filename*=UTF-8\'\'%C3%85rsm%C3%B6te%20%E2%80%93%20b%C3%A4st%20f%C3%B6re%20%F0%9F%8E%89.png',
    );
    expect(named('bild.png')).toBe('inline; filename=bild.png');
  });

  it('shows pictures, sound and film in the page, and saves documents', () => {
    for (const kind of ['image', 'sound', 'film'] as const)
      expect(contentDisposition({ fileName: 'a.x', kind })).toMatch(/^inline;/);
    expect(contentDisposition({ fileName: 'a.pdf', kind: 'document' })).toBe('attachment; filename=a.pdf');
  });

  it('is one line of ASCII that gives back exactly the name, whatever name was cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
        const fileName = cleanFileName(given);
        const header = named(fileName);
        expect(header).toMatch(/^[\x20-\x7E]+$/);
        expect(parse(header).parameters['filename']).toBe(fileName);
      }),
      { numRuns: runs(2000) },
    );
  });
});
