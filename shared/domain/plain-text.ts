import * as z from 'zod';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';
import { balanceDirections } from './text-direction.ts';

/** Control characters that say nothing, what shows text in another order than it has, and half a character. */
const dangerous = /[\u202d\u202e\p{Cs}]|(?![\t\n\r\u0085])\p{Cc}/u;
const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/g;

interface Length {
  readonly min: number;
  readonly max: number;
}

/** Counted in code points, as JSON Schema counts: most emoji are one, though two to JavaScript. */
const ofLength = (text: z.ZodString, { min, max }: Length) =>
  text
    .refine(
      (given) => {
        // No character is more than two to JavaScript: what is far too long is not counted out.
        if (given.length > 2 * max) return false;
        const { length } = [...given];
        return length >= min && length <= max;
      },
      told(textSayings['text-length'](min, max)),
    )
    .meta({ minLength: min, maxLength: max });

/** Characters beyond what is taken that spaces at the ends, line ends and accents apart from their letters may come to. */
const roomAround = 10_000;

/** What comes with pasted text and means nothing is put in order: line ends of other systems, accents apart from their letters. */
const inOrder = (text: string): string => balanceDirections(text.replace(lineEnds, '\n').normalize('NFC'));

/** What is far too long is not put in order first: it is as long as its sender likes. */
const safe = ({ min, max }: Length) =>
  z
    .string()
    .refine((text) => text.length <= 2 * max + roomAround, {
      ...told(textSayings['text-length'](min, max)),
      abort: true,
    })
    .refine((text) => !dangerous.test(text), told(textSayings['text-dangerous']))
    .overwrite(inOrder);

/** Every text that people write comes in by one of these. This one is in paragraphs, and trimmed. */
export const plainText = (length: Length) => ofLength(safe(length).trim(), length);

/** A piece of a longer text: as `plainText`, but the spaces at its ends belong to it. */
export const textPart = (length: Length) => ofLength(safe(length), length);

/** Text as one line: what parts the lines, or stands in columns, parts words. */
export const asLine = (text: string): string => text.replace(/[\t\n]+/g, ' ');

/** One line, such as a name, trimmed: what was pasted in several becomes one. */
export const plainLine = (length: Length) => ofLength(safe(length).overwrite(asLine).trim(), length);
