/** Bytes of UTF-8 that every file system and header takes. */
const longest = 200;

/** A separator in percent-encoding too: whoever decodes the name once must not find a path in it. */
const separator = /[/\\]|%2f|%5c/i;
/** Seen by nobody, or making a reader see another name, and what no Windows folder takes; an emoji keeps the parts it is made of. */
const unseen = /(\p{RGI_Emoji})|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}<>:"\|?*]/gv;
const edges = /^[.\s]+|[.\s]+$/gu;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;
const ending = /\.[\p{L}\p{N}]{1,10}$/u;

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });
const utf8 = new TextEncoder();
const bytesOf = (text: string): number => utf8.encode(text).length;

const split = (name: string): { stem: string; tail: string } => {
  const tail = ending.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - tail.length), tail };
};

const cut = (stem: string, room: number): string => {
  let kept = '';
  for (const { segment } of graphemes.segment(stem)) {
    if (bytesOf(kept) + bytesOf(segment) > room) break;
    kept += segment;
  }
  return kept;
};

const cleanOnce = (given: string): string => {
  const seen = given.toWellFormed().normalize('NFC').replace(unseen, '$1');
  const segment = seen.split(separator).at(-1) ?? '';
  const { stem, tail } = split(segment.replace(/[.\s]+$/u, ''));
  const named = stem.replace(edges, '') || 'fil';
  const safe = reserved.test(named + tail) ? `_${named}` : named;
  return (cut(safe, longest - bytesOf(tail)) || 'fil') + tail;
};

/**
 * A name as it is shown and downloaded, whatever a machine called the file (MED-2): one segment, composed, without what cannot be
 * seen, 200 bytes at most with its ending kept, never empty. Cleaning a clean name changes nothing.
 */
export const cleanFileName = (given: string): string => {
  // One step may uncover work for another: a character dropped between two others joins them.
  const cleaner = cleanOnce(given);
  return cleaner === given ? given : cleanFileName(cleaner);
};

/** What follows the last dot, in small letters; empty where there is none. */
export const endingOf = (fileName: string): string => split(fileName).tail.slice(1).toLowerCase();
