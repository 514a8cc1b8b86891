import { row } from './problem-row.ts';

/** Who somebody is: identity numbers and what the registers say (ID-4). */
export const identityProblems = {
  'identity-number-checksum': row(
    422,
    { sv: 'Personnumrets kontrollsiffra stämmer inte', en: 'The check digit of the personnummer is wrong' },
    { sv: 'Kontrollera numret.', en: 'Check the number.' },
  ),
  'identity-number-coordination': row(
    422,
    { sv: 'Samordningsnummer kan inte användas', en: 'A samordningsnummer cannot be used' },
    {
      sv: 'Invånaren måste ha ett svenskt personnummer och vara folkbokförd.',
      en: 'The resident must have a Swedish personnummer and be registered in Sweden.',
    },
  ),
  'identity-number-date': row(
    422,
    { sv: 'Personnumrets datum finns inte', en: 'The date of the personnummer does not exist' },
    { sv: 'Kontrollera numret.', en: 'Check the number.' },
  ),
  'identity-number-format': row(
    422,
    { sv: 'Inte ett personnummer', en: 'Not a personnummer' },
    { sv: 'Skriv tolv siffror: ÅÅÅÅMMDDNNNN.', en: 'Write twelve digits: YYYYMMDDNNNN.' },
  ),
  'identity-number-reserve': row(
    422,
    { sv: 'Reservnummer kan inte användas', en: 'A reserve number cannot be used' },
    {
      sv: 'Invånaren måste ha ett svenskt personnummer och vara folkbokförd.',
      en: 'The resident must have a Swedish personnummer and be registered in Sweden.',
    },
  ),
  'register-unavailable': row(
    503,
    { sv: 'Ett register svarar inte', en: 'A register does not answer' },
    {
      sv: 'Inget har ändrats. Försök igen om en stund.',
      en: 'Nothing was changed. Try again in a while.',
    },
  ),
  'resident-at-training-unit': row(
    422,
    {
      sv: 'På en utbildningsenhet behandlas bara testinvånare',
      en: 'A training unit treats test residents only',
    },
    {
      sv: 'Öva med en testinvånare här. Invånare i vård godkänns och startas på en vårdenhet.',
      en: 'Practise with a test resident here. Residents in care are approved and started at a care unit.',
    },
  ),
  'resident-not-approved': row(
    409,
    {
      sv: 'Invånaren är inte godkänd för kommunikation',
      en: 'The resident is not approved for communication',
    },
    {
      sv: 'Kontrollera att det är rätt invånare och rätt enhet. Innan något startas godkänner enhetens invånaradministratör invånaren.',
      en: 'Check that it is the right resident and the right unit. Before anything is started the unit’s resident administrator approves them.',
    },
  ),
  'resident-not-registered': row(
    422,
    { sv: 'Inte folkbokförd i Sverige', en: 'Not registered in Sweden' },
    {
      sv: 'Invånaren måste vara folkbokförd i Sverige. Den som inte längre är det kan läsa det som redan finns i 90 dagar; inget nytt kan påbörjas eller besvaras.',
      en: 'The resident must be registered in Sweden. Who no longer is can read what there is for 90 days; nothing new is begun or answered.',
    },
  ),
  'test-resident-at-care-unit': row(
    422,
    {
      sv: 'En testinvånare kan inte behandlas på en vårdenhet',
      en: 'A test resident is not treated at a care unit',
    },
    {
      sv: 'Använd testinvånaren på en utbildningsenhet, där hela behandlingar kan övas.',
      en: 'Use the test resident at a training unit, where whole treatments can be practised.',
    },
  ),
  'unit-treats-nobody': row(
    409,
    { sv: 'Enheten behandlar inga invånare', en: 'The unit treats no residents' },
    {
      sv: 'En utgivarenhet tar fram moment. Godkänn och starta invånaren på en vårdenhet, eller en testinvånare på en utbildningsenhet.',
      en: 'A publisher unit makes moments. Approve and start the resident at a care unit, or a test resident at a training unit.',
    },
  ),
  'staff-unknown': row(
    422,
    { sv: 'Personen finns inte i HSA', en: 'The person is not in HSA' },
    {
      sv: 'Kontrollera HSA-id, eller lägg upp personen i HSA först.',
      en: 'Check the HSA-id, or enter the person in HSA first.',
    },
  ),
} as const;
