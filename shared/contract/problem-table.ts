import type { ProblemCode } from '../domain/problem.ts';

interface Wording {
  readonly sv: string;
  readonly en: string;
}

interface ProblemRow {
  readonly status: number;
  readonly title: Wording;
  /** What the caller should do instead. */
  readonly detail: Wording;
}

const row = (status: number, title: Wording, detail: Wording): ProblemRow => ({ status, title, detail });

/** Every problem the API can answer with (RFC 9457). A code without a row does not compile. */
export const problemTable: Record<ProblemCode, ProblemRow> = {
  'already-exists': row(
    409,
    { sv: 'Finns redan', en: 'Already there' },
    { sv: 'Hämta det som finns och ändra det i stället.', en: 'Read what is there and change that instead.' },
  ),
  'answers-invalid': row(
    422,
    { sv: 'Svaren passar inte formuläret', en: 'The answers do not fit the form' },
    { sv: 'Rätta svaren som räknas upp under errors.', en: 'Correct the answers listed under errors.' },
  ),
  'assurance-too-low': row(
    403,
    { sv: 'För svag inloggning', en: 'The login is too weak' },
    {
      sv: 'Logga in på tillitsnivå LoA3, med två faktorer.',
      en: 'Log in at assurance level LoA3, with two factors.',
    },
  ),
  'commission-expired': row(
    403,
    { sv: 'Medarbetaruppdraget har gått ut', en: 'The commission has expired' },
    {
      sv: 'Be enhetens behörighetsadministratör förlänga uppdraget i HSA.',
      en: 'Ask the unit to extend the commission (medarbetaruppdrag) in HSA.',
    },
  ),
  'commission-missing': row(
    403,
    { sv: 'Medarbetaruppdrag saknas', en: 'No commission here' },
    {
      sv: 'Välj vid inloggningen ett medarbetaruppdrag på den här enheten.',
      en: 'At login, choose a commission (medarbetaruppdrag) on this unit.',
    },
  ),
  'form-version-mismatch': row(
    409,
    { sv: 'Formuläret hör till en annan version', en: 'The form belongs to another version' },
    {
      sv: 'Öppna momentet på nytt och svara i den version som visas.',
      en: 'Open the instance again and answer the version it shows.',
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
      sv: 'Gränsen för varje anrop står i OpenAPI-dokumentet.',
      en: 'The limit of each request is in the OpenAPI document.',
    },
  ),
  'practitioner-not-at-unit': row(
    409,
    { sv: 'Behandlaren finns inte på enheten', en: 'No such practitioner on the unit' },
    {
      sv: 'Ange en person som har rollen behandlare på enheten.',
      en: 'Name someone who has the practitioner role on the unit.',
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
  'resident-not-approved': row(
    409,
    {
      sv: 'Invånaren är inte godkänd för kommunikation',
      en: 'The resident is not approved for communication',
    },
    { sv: 'Godkänn invånaren på enheten först.', en: 'Approve the resident on the unit first.' },
  ),
  'resident-not-registered': row(
    422,
    { sv: 'Inte folkbokförd i Sverige', en: 'Not registered in Sweden' },
    { sv: 'Invånaren måste vara folkbokförd i Sverige.', en: 'The resident must be registered in Sweden.' },
  ),
  'role-missing': row(
    403,
    { sv: 'Rollen saknas', en: 'You lack the role' },
    {
      sv: 'Be enhetens behörighetsadministratör om rollen; i OpenAPI-dokumentet står vilken som krävs.',
      en: 'Ask the authorization administrator for the role; the OpenAPI document says which.',
    },
  ),
  'siths-required': row(
    403,
    { sv: 'SITHS-kort krävs', en: 'A SITHS card is required' },
    { sv: 'Logga in med SITHS-kort.', en: 'Log in with a SITHS card.' },
  ),
  'sms-otp-refused': row(
    403,
    { sv: 'Engångslösenord via SMS räcker inte', en: 'A one-time password by SMS is not accepted' },
    { sv: 'Logga in med SITHS-kort.', en: 'Log in with a SITHS card.' },
  ),
  'token-invalid': row(
    401,
    { sv: 'Inloggningen gäller inte', en: 'The token is not valid' },
    { sv: 'Logga in på nytt.', en: 'Log in again.' },
  ),
  'token-missing': row(
    401,
    { sv: 'Inloggning krävs', en: 'A token is required' },
    {
      sv: 'Skicka Authorization: Bearer med ett giltigt token.',
      en: 'Send Authorization: Bearer with a valid token.',
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
  unavailable: row(
    503,
    { sv: 'Tillfälligt otillgängligt', en: 'Temporarily unavailable' },
    {
      sv: 'Ingenting lämnades ut. Försök igen om en stund, en ändring med samma Idempotency-Key eller If-Match.',
      en: 'Nothing was returned. Try again shortly, a change with the same Idempotency-Key or If-Match.',
    },
  ),
  'unit-inactive': row(
    409,
    { sv: 'Enheten är inte aktiv', en: 'The unit is not active' },
    {
      sv: 'Be vårdgivaradministratören aktivera enheten.',
      en: 'Ask the care provider administrator to activate the unit.',
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
  'verdicts-missing': row(
    409,
    { sv: 'Momentet är inte testat av båda', en: 'The moment is not tested by both' },
    {
      sv: 'Både designer och behandlare godkänner just det här innehållet först.',
      en: 'Both designer and practitioner approve exactly this content first.',
    },
  ),
  'version-mismatch': row(
    412,
    { sv: 'Någon annan har ändrat', en: 'Someone else has changed it' },
    {
      sv: 'Hämta på nytt, gör om ändringen och skicka det nya ETag-värdet i If-Match.',
      en: 'Read it again, make your change again and send the new ETag in If-Match.',
    },
  ),
  'wrong-kind-of-caller': row(
    403,
    { sv: 'Fel slags inloggning', en: 'The wrong kind of login' },
    {
      sv: 'Personal och invånare har var sin inloggning och var sina adresser.',
      en: 'Staff and residents log in apart and have their own routes.',
    },
  ),
};
