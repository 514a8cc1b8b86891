import type { Wording } from '../wording.ts';
import type { MediaKind } from './format.ts';
import type { Media } from './media.ts';

/** A slow connection: a telephone far from the mast, or many in one house. */
const slowMegabits = 2;

/** Bytes from which a file of its kind is slow to open there. */
export const largeFrom: Readonly<Record<MediaKind, number>> = {
  image: 1e6,
  sound: 10e6,
  film: 50e6,
  document: 5e6,
};

const advice: Readonly<Record<MediaKind, Wording>> = {
  image: {
    sv: 'Exportera bilden mindre, om den då ser ut som den ska: den visas precis som du laddar upp den.',
    en: 'Export the picture smaller, if it still looks as it should: it is shown just as you upload it.',
  },
  sound: {
    sv: 'Dela inspelningen, eller exportera den med färre kilobit per sekund.',
    en: 'Divide the recording, or export it with fewer kilobits a second.',
  },
  film: {
    sv: 'Dela filmen, eller exportera den med lägre upplösning.',
    en: 'Divide the film, or export it in a lower resolution.',
  },
  document: {
    sv: 'Exportera dokumentet med mindre bilder.',
    en: 'Export the document with smaller pictures.',
  },
};

export interface LargeFileAdvice {
  readonly code: 'media-large';
  /** How long it takes to fetch at that many megabits a second. */
  readonly seconds: number;
  readonly megabitsPerSecond: number;
  readonly advice: Wording;
}

/** MED-5: a warning, never a refusal, and the bytes stay as they are. */
export const largeFileAdvice = ({
  kind,
  bytes,
}: Pick<Media, 'kind' | 'bytes'>): LargeFileAdvice | undefined =>
  bytes < largeFrom[kind]
    ? undefined
    : {
        code: 'media-large',
        seconds: Math.ceil((bytes * 8) / (slowMegabits * 1e6)),
        megabitsPerSecond: slowMegabits,
        advice: advice[kind],
      };
