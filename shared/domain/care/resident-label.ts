import { plainLine } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import type { RegisteredPerson } from '../registered-person.ts';

/** Characters of a unit’s own word for a resident. */
const longestLabel = 30;
export const residentLabel = plainLine({ min: 1, max: longestLabel }).meta({
  description:
    'The unit’s own word for the resident, by which its staff tell them apart: never a name or a number',
  example: 'Blå mappen',
});

/** Without case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shorter names stand inside many words. */
const tellingInsideWords = 4;

const hasName = (label: string, name: string): boolean => {
  const words = wordsIn(label);
  const letters = words.join('');
  return wordsIn(name).some((part) =>
    part.length < tellingInsideWords ? words.includes(part) : letters.includes(part),
  );
};

/** The day of birth and the last four name as the whole number does. */
const hasNumber = (label: string, personnummer: string): boolean => {
  const digits = label.replace(/\D/g, '');
  return digits.includes(personnummer.slice(2, 8)) || digits.includes(personnummer.slice(8));
};

/** A label stands where the name is hidden (ID-9), so no part of the name is in it, nor of the number: `label-names-resident`. */
export const assertNamesNobody = (
  label: string | undefined,
  { name, personnummer }: Pick<RegisteredPerson, 'name' | 'personnummer'>,
): void => {
  if (label !== undefined && (hasName(label, name) || hasNumber(label, personnummer)))
    throw new Problem('label-names-resident');
};
