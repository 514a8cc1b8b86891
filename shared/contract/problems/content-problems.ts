import { row } from './problem-row.ts';

/** Moments: drafts, publishing, answering (AUT, PUB, CARE). */
export const contentProblems = {
  'answers-invalid': row(
    422,
    { sv: 'Svaren passar inte formuläret', en: 'The answers do not fit the form' },
    { sv: 'Rätta svaren som räknas upp under errors.', en: 'Correct the answers listed under errors.' },
  ),
  'form-version-mismatch': row(
    409,
    { sv: 'Formuläret hör till en annan version', en: 'The form belongs to another version' },
    {
      sv: 'Öppna momentet på nytt och svara i den version som visas.',
      en: 'Open the instance again and answer the version it shows.',
    },
  ),
  'moment-exported': row(
    409,
    { sv: 'Momentet ligger hos utgivaren', en: 'The moment lies with the publisher' },
    { sv: 'Vänta tills utgivaren har publicerat.', en: 'Wait until the publisher has published it.' },
  ),
  'moment-incomplete': row(
    422,
    { sv: 'Momentet är inte färdigt', en: 'The moment is not complete' },
    { sv: 'Åtgärda det som räknas upp under errors.', en: 'Mend what is listed under errors.' },
  ),
  'moment-not-active': row(
    409,
    { sv: 'Momentet är inte aktiverat på enheten', en: 'The moment is not active on the unit' },
    {
      sv: 'Be vårdgivaradministratören aktivera det.',
      en: 'Ask the care provider administrator to activate it.',
    },
  ),
  'moment-not-exported': row(
    409,
    { sv: 'Momentet är inte exporterat', en: 'The moment has not been exported' },
    {
      sv: 'Designern exporterar det till utgivaren först.',
      en: 'The designer exports it to the publisher first.',
    },
  ),
  'moment-not-offered': row(
    403,
    { sv: 'Momentet erbjuds inte vårdgivaren', en: 'The moment is not offered to the provider' },
    {
      sv: 'Be utgivaren att låta vårdgivaren använda det.',
      en: 'Ask the publisher to let the provider use it.',
    },
  ),
  'training-unit-cannot-publish': row(
    403,
    { sv: 'Utbildningsenheter publicerar inte', en: 'Training units do not publish' },
    { sv: 'Publicera från en utgivarenhet.', en: 'Publish from a publisher unit.' },
  ),
  'two-person-rule': row(
    403,
    { sv: 'Två personer krävs', en: 'Two people are needed' },
    {
      sv: 'Någon annan än den som exporterade måste publicera.',
      en: 'Someone other than who exported it must publish it.',
    },
  ),
  'verdicts-missing': row(
    409,
    { sv: 'Momentet är inte testat av båda', en: 'The moment is not tested by both' },
    {
      sv: 'Både designer och behandlare godkänner just det här innehållet först.',
      en: 'Both designer and practitioner approve exactly this content first.',
    },
  ),
} as const;
