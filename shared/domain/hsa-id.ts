import * as z from 'zod';

/**
 * HSA-id: prefix and organisation number, hyphen, suffix; at most 31 characters (domain.md 3.1).
 * Compared ignoring case, so it is kept in upper case.
 */
export const hsaId = z
  .string()
  .max(31)
  .regex(/^[A-Za-z]{2,6}\d{10,12}-[A-Za-z0-9]+$/, 'An HSA-id such as SE2321000016-1003')
  .transform((id) => id.toUpperCase())
  .meta({
    id: 'HsaId',
    description: 'HSA-id of a person, unit or care provider',
    example: 'SE2321000016-1003',
  });
