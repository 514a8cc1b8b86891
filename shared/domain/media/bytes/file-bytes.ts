import type { Rejection } from '../media.ts';

/** The bytes of a file, wherever they lie. Read in parts: a film is larger than the memory there is. */
export interface FileBytes {
  readonly size: number;
  /** Those from `from` to before `to`; fewer where the file ends sooner. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What a file is to who looks for one format: whole, something else altogether, or that format with a fault. */
export type Seen =
  | 'whole'
  | 'other'
  | Extract<Rejection, 'incomplete' | 'trailing-bytes' | 'locked' | 'only-sound' | 'holds-film'>;

export type Look = (file: FileBytes) => Promise<Seen>;

const decoder = new TextDecoder('latin1');

export const asciiOf = (bytes: Uint8Array): string => decoder.decode(bytes);

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** Of four bytes, the first the largest. */
export const uint32 = (bytes: Uint8Array, at = 0): number => viewOf(bytes).getUint32(at);
export const uint64 = (bytes: Uint8Array, at = 0): number => Number(viewOf(bytes).getBigUint64(at));
/** Of four bytes, the last the largest. */
export const littleUint32 = (bytes: Uint8Array, at = 0): number => viewOf(bytes).getUint32(at, true);

export const begins = (bytes: Uint8Array, expected: readonly number[]): boolean =>
  expected.every((byte, at) => bytes[at] === byte);
