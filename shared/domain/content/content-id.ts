import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';

const longest = 64;
const pattern = new RegExp(`^[a-z0-9][a-z0-9-]{0,${longest - 1}}$`);
const ofForm = z.string().regex(pattern, told(textSayings['content-id-form'](longest)));

/** As ids were made before some were refused: what was answered under one is still read. */
export const keptContentId = ofForm;

/** A stable id the designer's tool gives; unique within the moment. Never reused for something else (AUT-8). */
export const contentId = ofForm
  // Every object has something by these names; a program that looks an id up finds that.
  .refine((id) => !(id in {}), told(textSayings['content-id-reserved']))
  .meta({ id: 'ContentId', examples: ['phq-9'] });
