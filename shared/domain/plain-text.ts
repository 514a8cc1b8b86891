import * as z from 'zod';

/** Could make a reader see another text than the one that is kept; a lone surrogate is no text at all. */
const deceptive = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u;
const deceptiveButNewline = /[\p{Cs}\p{Bidi_Control}]|(?!\n)\p{Cc}/u;
const lineEnd = /[\p{Zl}\p{Zp}]/u;

interface Length {
  readonly min: number;
  readonly max: number;
}

/** Counted in code points, as JSON Schema counts: most emoji are one, though two to JavaScript. */
const ofLength = (text: z.ZodString, { min, max }: Length) =>
  text
    .refine((given) => {
      const { length } = [...given];
      return length >= min && length <= max;
    }, `${min} to ${max} characters`)
    .meta({ minLength: min, maxLength: max });

const inParagraphs = z
  .string()
  .refine(
    (text) => !deceptiveButNewline.test(text),
    'No control characters but newline, and no text direction marks',
  );

/** Text in paragraphs, trimmed: no control characters but newline, none that turn the reading direction. */
export const plainText = (length: Length) => ofLength(inParagraphs.trim(), length);

/** A piece of a longer text: as `plainText`, but the spaces at its ends belong to it. */
export const textPart = (length: Length) => ofLength(inParagraphs, length);

/** One line, such as a name, trimmed: as `plainText`, without newlines. */
export const plainLine = (length: Length) =>
  ofLength(
    z
      .string()
      .refine(
        (text) => !deceptive.test(text) && !lineEnd.test(text),
        'One line without control characters or text direction marks',
      )
      .trim(),
    length,
  );
