import * as z from 'zod';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';

/**
 * HSA-id: `SE` and the owner's organisation number, hyphen, letters and digits without å, ä and ö; at most 31 characters. Inera's
 * test environments have other prefixes, and some of their numbers twelve digits. Compared ignoring case, so kept in upper case.
 */
export const hsaId = z
  .string()
  .max(31)
  .regex(/^[A-Za-z]{2,6}\d{10,12}-[A-Za-z0-9]+$/, told(textSayings['hsa-id-form']))
  .transform((id) => id.toUpperCase())
  .meta({
    id: 'HsaId',
    description: 'HSA-id of a person, unit or care provider',
    example: 'SE2321000016-1003',
  });

/** What comes before the hyphen, which tells whose the id is. */
export const prefixOf = (id: string): string => id.split('-')[0] ?? '';
