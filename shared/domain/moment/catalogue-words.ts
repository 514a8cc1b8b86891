/** Characters of the shortest word that is searched for. */
export const shortestWord = 2;
/** Words of a title that a search finds: publishing writes each of them. */
export const mostWords = 12;

/** Lower case and composed, as Swedish has it: å is not a. Shorter words are not searched for. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => [...word].length >= shortestWord)
    .map((word) => [...word].slice(0, 40).join(''));

/** The first word of a title that no search finds, where it has one. */
export const wordBeyondSearch = (title: string): string | undefined =>
  [...new Set(wordsIn(title))][mostWords];

export const wordsOf = (title: string): string[] => [...new Set(wordsIn(title))].slice(0, mostWords);

/** What was searched for, the word that finds fewest first: the longest. */
export const searchedWords = (text: string): string[] =>
  wordsOf(text).toSorted((one, other) => other.length - one.length);

/** Each word searched for begins some word of the title. */
export const matchesSearch = (words: readonly string[], searched: readonly string[]): boolean =>
  searched.every((beginning) => words.some((word) => word.startsWith(beginning)));
