import * as z from 'zod';
import { saying } from '../schema-sayings.ts';

/** A stable id the designer's tool gives; unique within the moment. Never reused for something else (AUT-8). */
export const contentId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, saying('content-id-form'))
  .meta({ id: 'ContentId', examples: ['phq-9'] });
