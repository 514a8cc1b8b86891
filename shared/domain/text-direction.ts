const isolates: ReadonlySet<string> = new Set(['\u2066', '\u2067', '\u2068']);
const embeddings: ReadonlySet<string> = new Set(['\u202a', '\u202b']);
const endOfIsolate = '\u2069';
const endOfEmbedding = '\u202c';

const ends = (opened: readonly string[]): string =>
  opened
    .toReversed()
    .map((mark) => (isolates.has(mark) ? endOfIsolate : endOfEmbedding))
    .join('');

/** The mark as it may stand, with what must be ended before it; `opened` is what has begun and not ended. */
const inPlace = (mark: string, opened: string[]): string => {
  if (isolates.has(mark) || embeddings.has(mark)) {
    opened.push(mark);
    return mark;
  }
  if (mark === endOfEmbedding) {
    if (!embeddings.has(opened.at(-1) ?? '')) return '';
    opened.pop();
    return mark;
  }
  const begun = opened.findLastIndex((one) => isolates.has(one));
  return begun === -1 ? '' : ends(opened.splice(begun));
};

const lineInBalance = (line: string): string => {
  const opened: string[] = [];
  const marked = line.replace(/[\u202a-\u202c\u2066-\u2069]/g, (mark) => inPlace(mark, opened));
  return `${marked}${ends(opened)}`;
};

/**
 * Names and numbers copied from a page often bring half a pair of direction marks along. Each pair is whole within its line, which is as
 * far as one reaches: what is set before or after the text is never turned by it. Marks that stand alone (U+200E, U+200F) reach nothing.
 */
export const balanceDirections = (text: string): string =>
  /[\u202a-\u202c\u2066-\u2069]/.test(text) ? text.split('\n').map(lineInBalance).join('\n') : text;
