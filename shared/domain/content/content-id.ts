import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';

const longest = 64;
const made = new RegExp(`^[a-z0-9][a-z0-9-]{0,${longest - 1}}$`);
const kept = new RegExp(`^\\w[\\w-]{0,${longest - 1}}$`);
const ofForm = (pattern: RegExp) => z.string().regex(pattern, told(textSayings['content-id-form'](longest)));

/** As ids may stand in the tables, whatever may be made today: what has one is still opened, answered and read. */
export const keptContentId = ofForm(kept).meta({ maxLength: longest });

/** A stable id the designer's tool gives; unique within the moment. Never reused for something else (AUT-8). */
export const contentId = ofForm(made)
  // Every object has something by these names; a program that looks an id up finds that.
  .refine((id) => !(id in {}), told(textSayings['content-id-reserved']))
  .meta({ id: 'ContentId', examples: ['phq-9'] });
