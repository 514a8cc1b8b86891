import { mostMediaInMoment } from '../../domain/media/limits.ts';
import { row } from './problem-row.ts';

/** Pictures, sound, film and documents of a moment (MED). */
export const mediaProblems = {
  'media-in-use': row(
    409,
    { sv: 'Filen används', en: 'The file is in use' },
    {
      sv: 'Ta bort den från de ställen i utkastet som står under errors. Det som är publicerat behåller sina filer.',
      en: 'Take it out of the places in the draft listed under errors. What is published keeps its files.',
    },
  ),
  'media-limit-reached': row(
    409,
    { sv: 'Momentet har så många filer det kan ha', en: 'The moment has as many files as it can have' },
    {
      sv: `Ett moment kan ha ${mostMediaInMoment} filer. Ta först bort sådana som inte används.`,
      en: `A moment can have ${mostMediaInMoment} files. Remove some that are not used first.`,
    },
  ),
  'media-refused': row(
    422,
    { sv: 'Filen tas inte emot', en: 'The file is not taken' },
    {
      sv: 'Rätta allt som räknas upp under errors; getMediaLimits säger vad som tas emot.',
      en: 'Correct everything listed under errors; getMediaLimits says what is taken.',
    },
  ),
} as const;
