import Organisationsnummer from 'organisationsnummer';
import * as z from 'zod';

/**
 * Ten digits without the hyphen, the last a check digit (ORG-1). The third is at least 2, so that the personnummer of a sole
 * trader is never kept as one (Skatteverket, SKV 709).
 */
export const organisationNumber = z
  .string()
  .regex(/^\d\d[2-9]\d{7}$/, 'Ten digits, the third at least 2')
  .refine((text) => Organisationsnummer.valid(text), 'The last digit is a check digit, and it is wrong')
  .meta({ description: 'Organisation number, ten digits', example: '2321000016' });
