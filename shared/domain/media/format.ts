import * as z from 'zod';

export const mediaKind = z.enum(['image', 'sound', 'film', 'document']);
export type MediaKind = z.infer<typeof mediaKind>;

interface Format {
  readonly kind: MediaKind;
  readonly endings: readonly string[];
  /** What the first bytes of such a file may be taken for. */
  readonly bytes: readonly string[];
  /** What browsers call it beside its own name. */
  readonly aliases: readonly string[];
}

/** Telephones name sound and film by each other's brands; the tracks tell which it is (bytes/mp4.ts). */
const mp4Brands = 'audio/mp4 audio/x-m4a audio/x-m4b video/mp4 video/x-m4v video/3gpp video/3gpp2'.split(' ');

const formats = {
  'image/jpeg': {
    kind: 'image',
    // Browsers on Windows save a JPEG as .jfif.
    endings: ['jpg', 'jpeg', 'jfif'],
    bytes: ['image/jpeg'],
    aliases: ['image/jpg', 'image/pjpeg'],
  },
  // A moving PNG is a PNG to every reader that knows no better.
  'image/png': { kind: 'image', endings: ['png'], bytes: ['image/png', 'image/apng'], aliases: [] },
  'image/gif': { kind: 'image', endings: ['gif'], bytes: ['image/gif'], aliases: [] },
  'image/webp': { kind: 'image', endings: ['webp'], bytes: ['image/webp'], aliases: [] },
  'audio/mpeg': { kind: 'sound', endings: ['mp3'], bytes: ['audio/mpeg'], aliases: ['audio/mp3'] },
  'audio/mp4': {
    kind: 'sound',
    endings: ['m4a'],
    bytes: mp4Brands,
    aliases: ['audio/x-m4a', 'audio/m4a'],
  },
  'video/mp4': { kind: 'film', endings: ['mp4'], bytes: mp4Brands, aliases: [] },
  'application/pdf': { kind: 'document', endings: ['pdf'], bytes: ['application/pdf'], aliases: [] },
} as const satisfies Record<string, Format>;

export type ContentType = keyof typeof formats;
const contentTypes = Object.keys(formats) as [ContentType, ...ContentType[]];
export const contentType = z.enum(contentTypes);

export const formatOf = (type: ContentType): Format => formats[type];

/** What a browser says that a file is, under the one name it has here, without `;codecs=…`; undefined for what is not listed. */
export const knownType = (said: string): ContentType | undefined => {
  const type = said.replace(/;.*/s, '').trim().toLowerCase();
  return contentTypes.find((known) => known === type || formatOf(known).aliases.includes(type));
};
