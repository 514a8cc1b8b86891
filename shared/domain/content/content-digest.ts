import * as z from 'zod';

/** Names content by what it is (SHA-256 in base64url): whatever has the same digest says the same. */
export const contentDigest = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'As it was read: 43 letters, digits, hyphens and underscores')
  .meta({ id: 'ContentDigest', examples: ['47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'] });
