import type { Seen } from './bytes/file-bytes.ts';
import { formatOf } from './format.ts';
import type { Media, Rejection } from './media.ts';

/** What lies in storage. Nobody may look into it until the scanner has found it clean. */
export type FoundUpload =
  | { readonly scan: 'pending' | 'infected' | 'unscannable' }
  | {
      readonly scan: 'clean';
      readonly bytes: number;
      readonly sha256: string | undefined;
      /** What storage would say that it is. */
      readonly contentType: string | undefined;
      /** How far its bytes are what was announced. */
      readonly seen: Seen;
      /** What its first bytes are most like; undefined where nobody can tell. */
      readonly sniffed: string | undefined;
    };

export type Judgement =
  | { readonly state: 'scanning' | 'available' }
  | { readonly state: 'rejected'; readonly rejection: Rejection };

type Announced = Pick<Media, 'contentType' | 'bytes' | 'sha256'>;

const wrongIn = (announced: Announced, found: FoundUpload & { scan: 'clean' }): Rejection | undefined => {
  if (found.bytes === 0) return 'empty';
  if (found.bytes !== announced.bytes) return 'wrong-size';
  if (found.sha256 !== announced.sha256) return 'wrong-checksum';
  if (found.contentType !== announced.contentType) return 'wrong-type';
  if (found.seen === 'whole') return undefined;
  const { sniffed } = found;
  // Of a picture called film it is no help to hear that the film is not whole.
  if (sniffed !== undefined && !formatOf(announced.contentType).bytes.includes(sniffed)) return 'wrong-bytes';
  return found.seen === 'other' ? 'unknown-bytes' : found.seen;
};

/** What becomes of an upload: announced, stored and looked into must agree, and nothing is taken unscanned (MED-3, MED-4). */
export const judgeUpload = (announced: Announced, found: FoundUpload): Judgement => {
  switch (found.scan) {
    case 'pending':
      return { state: 'scanning' };
    case 'infected':
    case 'unscannable':
      return { state: 'rejected', rejection: found.scan };
    case 'clean': {
      const wrong = wrongIn(announced, found);
      return wrong ? { state: 'rejected', rejection: wrong } : { state: 'available' };
    }
  }
};
