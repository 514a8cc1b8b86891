import { createHash } from 'node:crypto';
import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';

/** Names content by what it is (SHA-256 in base64url): whatever has the same digest says the same. */
export const contentDigest = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, told(textSayings['content-digest-form']))
  .meta({ id: 'ContentDigest', examples: ['47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'] });

/** Maps in one order, however they were read; lists keep theirs. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
};

/** Names content by what it is: SHA-256 of its canonical JSON, in base64url. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url');

/** How many letters of a digest tell apart what stands side by side in one part: thirty-six bits. */
export const shortDigestLetters = 6;

/** Names a text among those it is compared with; what is found by its digest has a whole one. */
export const shortDigestOf = (value: unknown): string => digestOf(value).slice(0, shortDigestLetters);
