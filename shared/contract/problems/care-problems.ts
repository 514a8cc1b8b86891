import { row } from './problem-row.ts';

/** Residents of a unit, what runs for them and what they answer (ID-9, CARE). */
export const careProblems = {
  'already-submitted': row(
    409,
    { sv: 'Formuläret är redan inskickat', en: 'The form has been submitted already' },
    {
      sv: 'Det skickades in från en annan skärm, och det du skrev här är inte sparat. Under conflicts står det som skickades in och det du skrev. Öppna formuläret på nytt om du vill ändra något.',
      en: 'It was submitted from another screen, and what you wrote here has not been saved. What was submitted and what you wrote stand under conflicts. Open the form again to change anything.',
    },
  ),
  'answers-in-conflict': row(
    409,
    { sv: 'Frågor har två olika svar', en: 'Questions have two different answers' },
    {
      sv: 'Någon har svarat annorlunda på en annan skärm. Båda svaren är sparade och står under conflicts. Välj ett av dem för varje fråga och spara det.',
      en: 'Somebody has answered differently at another screen. Both answers are kept and stand under conflicts. Choose one of them for each question and save it.',
    },
  ),
  'closed-in-maintenance': row(
    409,
    { sv: 'Stängt i vidmakthållandet', en: 'Closed in maintenance' },
    {
      sv: 'Momentet är i vidmakthållandefas. Innehållet kan läsas, men det här är inte längre öppet att skriva i.',
      en: 'The moment is in its maintenance phase. Its content can be read, but this is no longer open for writing.',
    },
  ),
  'flag-raised-again': row(
    409,
    { sv: 'Flaggan har höjts igen', en: 'The flag has been raised again' },
    {
      sv: 'Invånaren har skickat in nya svar sedan du såg flaggan. Läs dem först, och ange sedan resultId som flaggan har nu.',
      en: 'The resident has submitted new answers since you saw the flag. Read them first, and then say the resultId that the flag has now.',
    },
  ),
  'label-names-resident': row(
    422,
    { sv: 'Etiketten avslöjar vem det är', en: 'The label tells who it is' },
    {
      sv: 'Etiketten visas där namnet är skyddat. Skriv något som inte innehåller invånarens namn eller personnummer.',
      en: 'The label is shown where the name is hidden. Write something without any part of the resident’s name or number.',
    },
  ),
  'moment-runs-already': row(
    409,
    { sv: 'Momentet pågår redan för invånaren', en: 'The moment runs for the resident already' },
    {
      sv: 'Kontrollera att det är rätt invånare och rätt moment. Ska momentet ändå startas en gång till: skicka confirmed: true, med en ny Idempotency-Key.',
      en: 'Check that it is the right resident and the right moment. If it should be started once more, send confirmed: true, with a new Idempotency-Key.',
    },
  ),
  'moments-running': row(
    409,
    { sv: 'Det pågår moment för invånaren', en: 'Moments run for the resident' },
    {
      sv: 'Momenten står under errors. Ange i running vad som ska hända med dem: closed stänger dem genast för invånaren, readable låter invånaren läsa dem till och med en viss dag.',
      en: 'They are listed under errors. Say in running what becomes of them: closed closes them to the resident at once, readable lets the resident read them until a day.',
    },
  ),
  'page-limit-reached': row(
    409,
    { sv: 'Formuläret har fått för många sidor', en: 'The form has too many pages' },
    {
      sv: 'Ett flikformulär har högst 999 sidor i ett moment. Ändra en av dem i stället.',
      en: 'A tab form has at most 999 pages in one moment. Change one of them instead.',
    },
  ),
  'page-unfit': row(
    409,
    { sv: 'Formuläret har inte en sådan sida', en: 'The form has no such page' },
    {
      sv: 'Ett kalenderformulär besvaras dag för dag: ange dagen i page. Ett flikformulär besvaras sida för sida: ange sidans nummer. Ett vanligt formulär har inga sidor.',
      en: 'A calendar form is answered day by day: name the day in page. A tab form is answered page by page: name the number. An ordinary form has no pages.',
    },
  ),
  'practitioner-without-commission': row(
    409,
    {
      sv: 'Behandlaren har inget giltigt uppdrag på enheten',
      en: 'The practitioner has no valid commission on the unit',
    },
    {
      sv: 'Utan medarbetaruppdrag i HSA kan behandlaren inte öppna momentet. Ange en annan behandlare, eller lägg upp uppdraget i HSA först.',
      en: 'Without a commission in HSA the practitioner could not open the moment. Name another one, or enter the commission in HSA first.',
    },
  ),
  'resident-deceased': row(
    409,
    { sv: 'Invånaren är avliden', en: 'The resident has died' },
    {
      sv: 'Enligt folkbokföringen är invånaren avliden. Inget skickas till den som är död, och ingen annan läser i dennes ställe.',
      en: 'The population register has the resident as deceased. Nothing is sent to the dead, and nobody else reads in their place.',
    },
  ),
  'resident-has-opened': row(
    409,
    { sv: 'Invånaren har redan öppnat momentet', en: 'The resident has opened the moment already' },
    {
      sv: 'Starten kan inte ångras när invånaren har läst eller skrivit i momentet. Avsluta det i stället.',
      en: 'A start is not undone once the resident has read or written in it. End the moment instead.',
    },
  ),
  'takes-part-already': row(
    409,
    { sv: 'Deltar redan i momentet', en: 'Takes part in the moment already' },
    {
      sv: 'Den som ansvarar för momentet eller har lagts till i det läser det utan att ange skäl. Ansvarig behandlare läggs varken till eller tas bort.',
      en: 'Whoever answers for the moment or has been added to it reads it without a reason. The responsible practitioner is neither added nor removed.',
    },
  ),
  'running-limit-reached': row(
    409,
    { sv: 'För många moment pågår för invånaren', en: 'Too many moments run for the resident' },
    {
      sv: 'Högst trettio moment kan pågå samtidigt för en invånare på en enhet. Avsluta något först.',
      en: 'At most thirty moments run at a time for one resident on one unit. End one of them first.',
    },
  ),
  'urgent-flag-unseen': row(
    409,
    { sv: 'En brådskande flagga är inte sedd', en: 'Nobody has seen an urgent flag' },
    {
      sv: 'Läs svaren och kvittera flaggan, eller avsluta den, innan momentet avslutas.',
      en: 'Read the answers and acknowledge the flag, or clear it, before the moment is ended.',
    },
  ),
} as const;
