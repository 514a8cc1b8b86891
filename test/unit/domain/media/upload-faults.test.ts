import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentType, formatOf } from '../../../../shared/domain/media/format.ts';
import { mediaLimits } from '../../../../shared/domain/media/limits.ts';
import { takenFormat, uploadFaults } from '../../../../shared/domain/media/upload-faults.ts';
import { limits } from './media-examples.ts';

const codesOf = (fileName: string, type: string, bytes: number, with_ = limits) =>
  uploadFaults({ fileName, contentType: type, bytes }, with_).map(({ code }) => code);

describe('MED-1 a file announced', () => {
  it.each([
    ['bild.jpg', 'image/jpeg', 10e6],
    ['bild.jpeg', 'image/jpeg', 1],
    ['bild.jfif', 'image/jpeg', 1],
    ['bild.PNG', 'image/png', 10e6],
    ['bild.gif', 'image/gif', 10e6],
    ['bild.webp', 'image/webp', 10e6],
    ['ljud.mp3', 'audio/mpeg', 50e6],
    ['ljud.m4a', 'audio/mp4', 50e6],
    ['film.mp4', 'video/mp4', 500e6],
    ['papper.pdf', 'application/pdf', 20e6],
  ])('%s as %s is taken up to its kind’s limit and not a byte more', (name, type, most) => {
    expect(codesOf(name, type, most)).toEqual([]);
    const kindMost = limits[formatOf(contentType.parse(type)).kind].megabytes * 1e6;
    expect(codesOf(name, type, kindMost + 1)).toEqual(['media-too-large']);
  });

  it.each([
    ['bild.svg', 'image/svg+xml'],
    ['sida.html', 'text/html'],
    ['bild.heic', 'image/heic'],
    ['program.exe', 'application/octet-stream'],
    ['bild.png', ''],
    ['bild.png', 'text/html;image/png'],
    ['bild.png', 'image/png, text/html'],
    ['bild.png', 'constructor'],
  ])('%s as “%s” is not', (name, type) => {
    expect(codesOf(name, type, 1000)).toEqual(['media-type-not-allowed']);
    expect(takenFormat(type, limits)).toBeUndefined();
  });

  it('is known by what browsers call it, too', () => {
    expect(takenFormat('audio/x-m4a', limits)).toEqual({ type: 'audio/mp4', kind: 'sound' });
    expect(takenFormat('image/JPG', limits)).toEqual({ type: 'image/jpeg', kind: 'image' });
  });

  it('is known without what a recorder says of its codecs', () => {
    for (const said of ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4; codecs="opus"', 'Audio/MP4 ;'])
      expect(takenFormat(said, limits)).toEqual({ type: 'audio/mp4', kind: 'sound' });
  });

  it('is held to the stage’s own limits', () => {
    const tight = { ...limits, image: { megabytes: 1, types: ['image/png' as const] } };
    expect(codesOf('bild.png', 'image/png', 1e6 + 1, tight)).toEqual(['media-too-large']);
    expect(codesOf('bild.gif', 'image/gif', 1000, tight)).toEqual(['media-type-not-allowed']);
  });

  it('is told everything that is wrong at once, each with where and what to do', () => {
    const faults = uploadFaults({ fileName: 'bild.html', contentType: 'image/png', bytes: 10e6 + 1 }, limits);
    expect(faults).toEqual([
      {
        pointer: '/body/bytes',
        code: 'media-too-large',
        detail: {
          sv: 'Filen är 10,1 MB och får vara högst 10 MB: exportera den mindre',
          en: 'The file is 10.1 MB; at most 10 MB is taken: export it smaller',
        },
      },
      {
        pointer: '/body/fileName',
        code: 'media-ending-mismatch',
        detail: {
          sv: 'En fil av typen image/png slutar på .png; namnet slutar på .html: välj rätt fil eller exportera den på nytt',
          en: 'A file of type image/png ends in .png; the name ends in .html: choose the right file, or export it anew',
        },
      },
    ]);
    expect(codesOf('sida.html', 'text/html', 500e6 + 1)).toEqual([
      'media-too-large',
      'media-type-not-allowed',
    ]);
    expect(codesOf('utan', 'video/mp4', 0)).toEqual(['media-empty', 'media-ending-mismatch']);
  });

  it('MED-3 has one of its type’s own endings, in any case, last in the name', () => {
    const other = fc.constantFrom('html', 'svg', 'exe', 'jpg', 'pdf', 'mp3', 'x');
    fc.assert(
      fc.property(fc.constantFrom(...contentType.options), other, (type, ending) => {
        const right = formatOf(type).endings;
        fc.pre(!right.includes(ending));
        for (const name of [`a.${ending}`, `a.${right[0]}.${ending}`, `${right[0]}`])
          expect(codesOf(name, type, 1000)).toEqual(['media-ending-mismatch']);
        for (const one of right) expect(codesOf(`a.${ending}.${one.toUpperCase()}`, type, 1000)).toEqual([]);
      }),
    );
  });
});

describe('MED-1 the limits of a stage', () => {
  it.each([
    ['a format that is not safe', { ...limits, image: { megabytes: 1, types: ['image/svg+xml'] } }],
    ['a format of another kind', { ...limits, image: { megabytes: 1, types: ['video/mp4'] } }],
    ['no format', { ...limits, sound: { megabytes: 1, types: [] } }],
    ['no size', { ...limits, film: { megabytes: 0, types: ['video/mp4'] } }],
    ['a kind too few', { image: limits.image, sound: limits.sound, film: limits.film }],
  ])('cannot be %s', (_, wrong) => {
    expect(mediaLimits.safeParse(wrong).success).toBe(false);
  });
});
