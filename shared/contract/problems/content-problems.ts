import { row } from './problem-row.ts';

/** Moments: drafts, publishing, answering (AUT, PUB, CARE). */
export const contentProblems = {
  'answers-invalid': row(
    422,
    { sv: 'Svaren passar inte formuläret', en: 'The answers do not fit the form' },
    { sv: 'Rätta svaren som räknas upp under errors.', en: 'Correct the answers listed under errors.' },
  ),
  'draft-unpublished': row(
    409,
    { sv: 'Utkastet är inte publicerat', en: 'The draft has not been published' },
    {
      sv: 'Publicera det först, eller skicka discard för att lägga undan det. Det går att ångra så länge inget sparas.',
      en: 'Publish it first, or send discard to put it away. That can be undone as long as nothing is saved.',
    },
  ),
  'form-version-mismatch': row(
    409,
    { sv: 'Det hör till en annan version', en: 'It belongs to another version' },
    {
      sv: 'Öppna momentet på nytt och fortsätt i den version som visas.',
      en: 'Open it again and go on in the version it shows.',
    },
  ),
  'moment-exported': row(
    409,
    { sv: 'Momentet ligger hos utgivaren', en: 'The moment lies with the publisher' },
    {
      sv: 'Vänta tills utgivaren har publicerat, eller ta tillbaka exporten.',
      en: 'Wait until the publisher has published it, or recall the export.',
    },
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
      sv: 'Läs momentet på nytt: det kan ha publicerats, skickats tillbaka eller tagits tillbaka. Designern exporterar det till utgivaren.',
      en: 'Read the moment again: it may have been published, sent back or taken back. The designer exports it to the publisher.',
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
  'verdicts-by-one-person': row(
    409,
    { sv: 'Båda omdömena från samma person', en: 'Both verdicts from one person' },
    {
      sv: 'Designerns och behandlarens omdömen ska komma från två personer. Be en kollega att testa momentet och ge det andra omdömet.',
      en: 'The designer’s and the practitioner’s verdicts must come from two people. Ask a colleague to test the moment and give the other one.',
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
  'already-active': row(
    409,
    { sv: 'Momentet är redan aktivt', en: 'The moment is active already' },
    {
      sv: 'Ändra minorversion i stället.',
      en: 'Activate another minor version of it instead.',
    },
  ),
  'form-placed': row(
    409,
    { sv: 'Formuläret används', en: 'The form stands in a step' },
    {
      sv: 'Ta bort det ur stegen som räknas upp under errors.',
      en: 'Take it out of the steps listed under errors first.',
    },
  ),
  'function-switched-off': row(
    409,
    { sv: 'Funktionen är avstängd', en: 'The function is switched off' },
    {
      sv: 'Momentet erbjuder inte det här.',
      en: 'This moment does not offer it.',
    },
  ),
  'moment-published': row(
    409,
    { sv: 'Momentet är publicerat', en: 'The moment has been published' },
    {
      sv: 'Avpublicera det i stället: publicerade versioner tas inte bort.',
      en: 'Unpublish it instead: published versions are not deleted.',
    },
  ),
  'moment-stopped': row(
    409,
    { sv: 'Momentet är stoppat', en: 'The moment has been stopped' },
    {
      sv: 'Den som ger ut momentet har stoppat det tills vidare. Kontakta mottagningen om du undrar något.',
      en: 'Who publishes it has stopped it for the time being. Ask the clinic if there is anything you wonder.',
    },
  ),
  'moment-unpublished': row(
    409,
    { sv: 'Momentet är avpublicerat', en: 'The moment is unpublished' },
    {
      sv: 'Be utgivaren publicera det igen.',
      en: 'Ask the publisher to publish it again.',
    },
  ),
  'no-structural-change': row(
    409,
    { sv: 'Bara ord eller media skiljer', en: 'Only wording or media differ' },
    {
      sv: 'Det blir en minorversion: publicera utan expected.',
      en: 'It becomes a minor version: publish it as that.',
    },
  ),
  'nothing-changed': row(
    409,
    { sv: 'Inget skiljer från senaste versionen', en: 'Nothing differs from the latest version' },
    {
      sv: 'Ändra något först.',
      en: 'Change something first.',
    },
  ),
  'saved-since': row(
    409,
    { sv: 'Ändrat sedan dess', en: 'Changed since then' },
    {
      sv: 'Ångra de senare ändringarna av samma del först.',
      en: 'Undo the later changes of the same part first.',
    },
  ),
  'structural-change': row(
    409,
    { sv: 'Strukturen skiljer', en: 'The structure differs' },
    {
      sv: 'Det som räknas upp under errors kräver en ny majorversion.',
      en: 'What is listed under errors needs a new major version.',
    },
  ),
  'test-missing': row(
    409,
    { sv: 'Innehållet är inte testat', en: 'This content has not been tested' },
    {
      sv: 'Starta ett test av just det här innehållet, och lämna sedan omdömet.',
      en: 'Start a test of exactly this content, then record the verdict.',
    },
  ),
  'tests-left': row(
    409,
    { sv: 'Testdata finns kvar', en: 'Test data is left' },
    {
      sv: 'Ta bort testerna först.',
      en: 'Remove the tests first.',
    },
  ),
  'version-followed': row(
    409,
    { sv: 'Versionen har fått en efterföljare', en: 'The version has been followed by another' },
    {
      sv: 'Utgå från den senaste minorversionen av samma majorversion.',
      en: 'Go on from the latest minor version of the same major.',
    },
  ),
  'version-recalled': row(
    409,
    { sv: 'Versionen är återkallad', en: 'The version has been recalled' },
    {
      sv: 'Utgivaren har stoppat nya starter av versionen; skälet står i enhetens lista över moment. Aktivera en senare minorversion som rättar felet.',
      en: 'The publisher has stopped new starts of it; the unit’s list of moments says why. Activate a later minor version that mends it.',
    },
  ),
  'version-not-recalled': row(
    409,
    { sv: 'Versionen är inte återkallad', en: 'The version is not recalled' },
    {
      sv: 'Hämta erbjudandet på nytt: där står de återkallade versionerna.',
      en: 'Read the offer again: it has the versions that are recalled.',
    },
  ),
  'recall-by-you': row(
    403,
    { sv: 'Du återkallade versionen', en: 'You recalled the version' },
    {
      sv: 'Någon annan än den som återkallade häver det.',
      en: 'Someone other than who recalled it must lift it.',
    },
  ),
  'version-not-later': row(
    409,
    { sv: 'Versionen är inte senare', en: 'The version is not a later one' },
    {
      sv: 'Aktivera en senare minorversion av samma majorversion.',
      en: 'Activate a later minor version of the same major.',
    },
  ),
  'media-unknown': row(
    409,
    { sv: 'Filen finns inte i momentet', en: 'The moment has no such file' },
    {
      sv: 'Ladda upp filen i det här momentet först.',
      en: 'Upload the file to this moment first.',
    },
  ),
} as const;
