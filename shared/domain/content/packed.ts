import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** As it is kept where it is never looked into: fingerprints name the same things over and over. */
export const packed = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64');

/** What was packed. */
export const unpacked = (text: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString());
