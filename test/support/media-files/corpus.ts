import type { Rejection } from '../../../shared/domain/media/media.ts';
import type { SentFile } from '../upload.ts';
import { linearizedPdf, pdf } from './documents.ts';
import { gif, jpeg, png, webp } from './pictures.ts';
import { box, id3, id3v1, mp3, mp4 } from './recordings.ts';

type Verdict = 'available' | Rejection;
type Row = readonly [says: string, fileName: string, bytes: Buffer, verdict: Verdict];

const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const zeros = Buffer.alloc(3000);
const cut = (whole: Buffer, less = 1): Buffer => whole.subarray(0, whole.length - less);
const then = (...parts: Buffer[]): Buffer => Buffer.concat(parts);
const heic = then(box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('meta', zeros), box('mdat', zeros));

const pictures: readonly Row[] = [
  ['PNG', 'bild.png', png(), 'available'],
  ['PNG of more than one stretch', 'bild.png', png(2_500_000), 'available'],
  ['PNG cut at 40 bytes', 'bild.png', png().subarray(0, 40), 'incomplete'],
  ['PNG cut at 100 bytes', 'bild.png', png(200).subarray(0, 100), 'incomplete'],
  ['PNG without its end', 'bild.png', cut(png(), 12), 'incomplete'],
  ['PNG filled up with zeros', 'bild.png', then(png().subarray(0, 40), zeros), 'incomplete'],
  ['PNG with what was cut away after it', 'bild.png', then(png(), png()), 'trailing-bytes'],
  ['PNG with HTML after it', 'bild.png', then(png(), html), 'trailing-bytes'],
  ['JPEG', 'bild.jpg', jpeg(), 'available'],
  ['JPEG from Windows', 'bild.jfif', jpeg(), 'available'],
  ['JPEG in several scans', 'bild.jpeg', jpeg({ scans: 3 }), 'available'],
  ['JPEG with a small one inside', 'bild.jpg', jpeg({ before: jpeg() }), 'available'],
  ['JPEG cut, the small one inside whole', 'bild.jpg', cut(jpeg({ before: jpeg() }), 2), 'incomplete'],
  ['JPEG with a film after it', 'bild.jpg', then(jpeg(), mp4({ tracks: ['video'] })), 'available'],
  ['JPEG with HTML after it', 'bild.jpg', then(jpeg(), html), 'available'],
  ['JPEG’s head with HTML after it', 'bild.jpg', then(jpeg().subarray(0, 20), html), 'incomplete'],
  ['GIF', 'bild.gif', gif(), 'available'],
  ['GIF with a script in its comment', 'bild.gif', gif('*/=1;alert(1)//'), 'available'],
  ['GIF without its end', 'bild.gif', cut(gif()), 'incomplete'],
  ['GIF with HTML after it', 'bild.gif', then(gif(), html), 'trailing-bytes'],
  ['WebP', 'bild.webp', webp(), 'available'],
  ['WebP with notes', 'bild.webp', webp({ beside: ['EXIF', Buffer.alloc(7)] }), 'available'],
  ['WebP cut', 'bild.webp', cut(webp()), 'incomplete'],
  ['WebP’s head with HTML after it', 'bild.webp', then(webp().subarray(0, 16), html), 'incomplete'],
  ['WebP with HTML after it', 'bild.webp', then(webp(), html), 'trailing-bytes'],
  ['PNG called JPEG', 'bild.jpg', png(), 'wrong-bytes'],
  ['HEIC called JPEG', 'bild.jpg', heic, 'wrong-bytes'],
  ['HTML called PNG', 'bild.png', html, 'unknown-bytes'],
];

const sounds: readonly Row[] = [
  ...['M4A ', 'mp42', 'isom', 'iso5', '3gp4', 'dash'].map(
    (brand): Row => [`M4A of brand ${brand}`, 'ljud.m4a', mp4({ brand, tableLast: true }), 'available'],
  ),
  ['M4A from an old telephone (AMR)', 'ljud.m4a', mp4({ brand: '3gp4', tracks: ['amr'] }), 'available'],
  ['M4A in pieces, as browsers record', 'ljud.m4a', mp4({ brand: 'iso5', pieces: 3 }), 'available'],
  ['M4A cut', 'ljud.m4a', cut(mp4()), 'incomplete'],
  ['M4A whose table never came', 'ljud.m4a', mp4().subarray(0, 24), 'incomplete'],
  ['M4A with a video track', 'ljud.m4a', mp4({ brand: 'M4A ', tracks: ['audio', 'video'] }), 'holds-film'],
  ['M4A without any track', 'ljud.m4a', mp4({ tracks: [] }), 'unknown-bytes'],
  ['MP3', 'ljud.mp3', mp3(), 'available'],
  ['MP3 without the encoder’s note', 'ljud.mp3', mp3({ isNoted: false }), 'available'],
  ['MP3 behind a tag', 'ljud.mp3', then(id3(200), mp3()), 'available'],
  ['MP3 behind a tag with a footer', 'ljud.mp3', then(id3(200, { footer: true }), mp3()), 'available'],
  ['MP3 behind a tag with a large picture', 'ljud.mp3', then(id3(1_500_000), mp3()), 'available'],
  ['MP3 with padding after its tag', 'ljud.mp3', then(id3(20), zeros, mp3()), 'available'],
  ['MP3 with junk after its tag', 'ljud.mp3', then(id3(20), Buffer.from('LAME junk ÿû'), mp3()), 'available'],
  ['MP3 with a tag at its end', 'ljud.mp3', then(mp3(), id3v1), 'available'],
  ['MP3 cut', 'ljud.mp3', cut(mp3()), 'incomplete'],
  ['MP3 cut between two frames', 'ljud.mp3', cut(mp3(), 417), 'incomplete'],
  ['HTML behind a tag', 'ljud.mp3', then(id3(20), html), 'unknown-bytes'],
  ['HTML behind a tag longer than the file', 'ljud.mp3', then(id3(0, { says: 2e6 }), html), 'unknown-bytes'],
  ['HTML behind a tag longer than the first look', 'ljud.mp3', then(id3(70_000), html), 'unknown-bytes'],
  ['M4A called MP3', 'ljud.mp3', mp4({ brand: 'M4A ' }), 'wrong-bytes'],
];

const films: readonly Row[] = [
  ...['isom', 'mp42', 'M4V ', 'avc1', '3gp5'].map(
    (brand): Row => [
      `MP4 of brand ${brand}`,
      'film.mp4',
      mp4({ brand, tracks: ['video', 'audio'], tableLast: true }),
      'available',
    ],
  ),
  ['MP4 without sound', 'film.mp4', mp4({ tracks: ['video'] }), 'available'],
  ['MP4 with long boxes', 'film.mp4', mp4({ tracks: ['video'], isLong: true }), 'available'],
  [
    'MP4 whose table lies stretches away',
    'film.mp4',
    then(mp4({ tracks: ['video'], more: [box('free', Buffer.alloc(3_000_000))] })),
    'available',
  ],
  ['MP4 of sound alone', 'film.mp4', mp4(), 'only-sound'],
  ['MP4 cut', 'film.mp4', cut(mp4({ tracks: ['video'] })), 'incomplete'],
  ['MP4 cut before what it shows', 'film.mp4', cut(mp4({ tracks: ['video'] }), 62), 'incomplete'],
  ['MP4 with HTML after it', 'film.mp4', then(mp4({ tracks: ['video'] }), html), 'incomplete'],
  ['MP4 that a recorder did not finish', 'film.mp4', then(mp4().subarray(0, 24), zeros), 'incomplete'],
  ['QuickTime called MP4', 'film.mp4', mp4({ brand: 'qt  ', tracks: ['video'] }), 'wrong-bytes'],
  ['PNG called MP4', 'film.mp4', png(), 'wrong-bytes'],
];

const documents: readonly Row[] = [
  ['PDF', 'papper.pdf', pdf(), 'available'],
  ['PDF made to be shown while it comes', 'papper.pdf', linearizedPdf(), 'available'],
  ['the same, cut after its first part', 'papper.pdf', linearizedPdf().subarray(0, 400), 'incomplete'],
  [
    'PDF of a first line and zeros',
    'papper.pdf',
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000)]),
    'incomplete',
  ],
  ['PDF after 900 bytes of something else', 'papper.pdf', pdf({ before: ' '.repeat(900) }), 'available'],
  ['PDF after 1 100 bytes', 'papper.pdf', pdf({ before: ' '.repeat(1100) }), 'unknown-bytes'],
  ['PDF with some bytes after it', 'papper.pdf', pdf({ after: '\0'.repeat(500) }), 'available'],
  ['PDF with a page of HTML after it', 'papper.pdf', pdf({ after: ' '.repeat(1100) }), 'incomplete'],
  ['PDF with a script', 'papper.pdf', pdf({ catalogue: '/OpenAction << /S /JavaScript >> ' }), 'available'],
  ['PDF with a password', 'papper.pdf', pdf({ trailer: '/Encrypt 9 0 R ' }), 'locked'],
  [
    'PDF that says metadata are not encrypted',
    'papper.pdf',
    pdf({ catalogue: '/EncryptMetadata false ' }),
    'available',
  ],
  ['PDF cut', 'papper.pdf', cut(pdf(), 20), 'incomplete'],
  ['PDF’s head and zeros', 'papper.pdf', then(Buffer.from('%PDF-1.7'), zeros), 'incomplete'],
  [
    'PDF’s head, zeros and its last word',
    'papper.pdf',
    then(Buffer.from('%PDF-1.7'), zeros, Buffer.from('%%EOF')),
    'incomplete',
  ],
  ['HTML called PDF', 'papper.pdf', html, 'unknown-bytes'],
];

const types: Readonly<Record<string, string>> = {
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', jfif: 'image/jpeg', gif: 'image/gif' },
  ...{ webp: 'image/webp', mp3: 'audio/mpeg', m4a: 'audio/mp4', mp4: 'video/mp4', pdf: 'application/pdf' },
};

/** Files of the shapes that devices make and that people try, each with what becomes of it (MED-3). */
export const corpus = [...pictures, ...sounds, ...films, ...documents].map(
  ([says, fileName, bytes, verdict]): { says: string; verdict: Verdict; file: SentFile } => ({
    ...{ says, verdict },
    file: { fileName, bytes, contentType: types[fileName.split('.').at(-1) ?? ''] ?? '' },
  }),
);
