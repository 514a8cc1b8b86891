import Organisationsnummer from 'organisationsnummer';
import * as z from 'zod';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';

/**
 * Ten digits without the hyphen, the last a check digit (ORG-1). The third is at least 2, so that the personnummer of a sole
 * trader is never kept as one (Skatteverket, SKV 709).
 */
export const organisationNumber = z
  .string()
  .regex(/^\d\d[2-9]\d{7}$/, told(textSayings['organisation-number-form']))
  .refine((text) => Organisationsnummer.valid(text), told(textSayings['organisation-number-check-digit']))
  .meta({ description: 'Organisation number, ten digits', example: '2321000016' });
