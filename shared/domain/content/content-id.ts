import * as z from 'zod';
import { saying } from '../schema-sayings.ts';

const pattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** As ids were made before some were refused: what was answered under one is still read. */
export const keptContentId = z.string().regex(pattern, saying('content-id-form'));

/** A stable id the designer's tool gives; unique within the moment. Never reused for something else (AUT-8). */
export const contentId = z
  .string()
  .regex(pattern, saying('content-id-form'))
  // Every object has something by these names; a program that looks an id up finds that.
  .refine((id) => !(id in {}), saying('content-id-reserved'))
  .meta({ id: 'ContentId', examples: ['phq-9'] });
