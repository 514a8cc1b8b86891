import { largestItemBytes } from '../../domain/stored-size.ts';
import { row } from './problem-row.ts';

/** What any request can meet: its form, its versions, and the system's own failures. */
export const requestProblems = {
  'already-exists': row(
    409,
    { sv: 'Finns redan', en: 'Already there' },
    { sv: 'Hämta det som finns och ändra det i stället.', en: 'Read what is there and change that instead.' },
  ),
  'body-not-utf-8': row(
    400,
    { sv: 'Texten är inte i UTF-8', en: 'The body is not in UTF-8' },
    {
      sv: 'Skicka innehållet kodat i UTF-8, annars går bokstäver som å, ä och ö förlorade.',
      en: 'Send the body encoded in UTF-8; otherwise letters such as å, ä and ö are lost.',
    },
  ),
  'charset-unsupported': row(
    415,
    { sv: 'Annan teckenkodning än UTF-8', en: 'Another charset than UTF-8' },
    {
      sv: 'Skicka innehållet i UTF-8, med Content-Type: application/json utan charset eller med charset=utf-8.',
      en: 'Send the body in UTF-8, with Content-Type: application/json and no charset, or charset=utf-8.',
    },
  ),
  'idempotency-key-reused': row(
    422,
    { sv: 'Idempotency-Key har redan använts', en: 'Idempotency-Key already used' },
    {
      sv: 'Använd en ny nyckel för en ny begäran; samma nyckel bara för att upprepa samma begäran.',
      en: 'Use a new key for a new request; repeat a key only with the same content.',
    },
  ),
  'illegal-state': row(
    409,
    { sv: 'Går inte i det här läget', en: 'Not possible in this state' },
    { sv: 'Hämta på nytt: läget har ändrats.', en: 'Read it again: its state has changed.' },
  ),
  'internal-error': row(
    500,
    { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    {
      sv: 'Försök igen. Ange värdet i instance om du kontaktar supporten.',
      en: 'Try again. Quote the value of instance when you contact support.',
    },
  ),
  'malformed-json': row(
    400,
    { sv: 'Inte giltig JSON', en: 'Not valid JSON' },
    { sv: 'Skicka ett JSON-dokument i UTF-8.', en: 'Send one JSON document in UTF-8.' },
  ),
  'not-found': row(
    404,
    { sv: 'Finns inte', en: 'No such thing' },
    {
      sv: 'Kontrollera adressen och att du har behörighet på enheten.',
      en: 'Check the address, and that you have a role on the unit.',
    },
  ),
  'payload-too-large': row(
    413,
    { sv: 'För mycket data', en: 'Too much data' },
    {
      sv: 'Dela upp innehållet, eller korta det.',
      en: 'Divide the content, or shorten it.',
    },
  ),
  'precondition-required': row(
    428,
    { sv: 'If-Match saknas', en: 'If-Match is missing' },
    {
      sv: 'Skicka det ETag-värde som du läste, så att ingen annans ändring skrivs över.',
      en: 'Send the ETag you read, so that nobody else’s change is overwritten.',
    },
  ),
  unavailable: row(
    503,
    { sv: 'Tillfälligt otillgängligt', en: 'Temporarily unavailable' },
    {
      sv: 'Ingenting lämnades ut, men en ändring kan ha sparats. Försök igen om en stund, en ändring med samma Idempotency-Key eller If-Match.',
      en: 'Nothing was returned, but a change may have been saved. Try again shortly, a change with the same Idempotency-Key or If-Match.',
    },
  ),
  'unsupported-media-type': row(
    415,
    { sv: 'Fel innehållstyp', en: 'Wrong content type' },
    { sv: 'Skicka Content-Type: application/json.', en: 'Send Content-Type: application/json.' },
  ),
  'validation-failed': row(
    400,
    { sv: 'Fel i det som skickades', en: 'The request is not as it should be' },
    { sv: 'Rätta allt som räknas upp under errors.', en: 'Correct everything listed under errors.' },
  ),
  'version-mismatch': row(
    412,
    { sv: 'Någon annan har ändrat', en: 'Someone else has changed it' },
    {
      sv: 'Hämta på nytt, gör om ändringen och skicka det nya ETag-värdet i If-Match.',
      en: 'Read it again, make your change again and send the new ETag in If-Match.',
    },
  ),
  'item-too-large': row(
    413,
    { sv: 'För mycket i en del', en: 'Too much in one piece' },
    {
      sv: `En del av innehållet får vara högst ${largestItemBytes / 1000} kB. Dela upp den i flera.`,
      en: `A part of the content is at most ${largestItemBytes / 1000} kB. Divide it.`,
    },
  ),
} as const;
