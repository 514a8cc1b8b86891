import type { Wording } from '../wording.ts';
import { sayings } from './said.ts';

/** What the publish check says (AUT-9): what is found, and how to mend it. */
export const findingSayings = sayings({
  'alternative-text-missing': {
    sv: 'Beskriv bilden för dem som inte ser den: alternativeText',
    en: 'Describe the image for those who do not see it: alternativeText',
  },
  'answers-too-large': (kilobytes: number, most: number) => ({
    sv: `Svaren kan bli ${kilobytes} kB, och högst ${most} kB kan sparas: sänk maxLength för texterna eller dela upp formuläret`,
    en: `Answers may come to ${kilobytes} kB, and at most ${most} kB can be kept: lower maxLength of its texts, or divide the form`,
  }),
  'bands-incomplete': (low: number, high: number, from: number, to: number) => ({
    sv: `Summan kan bli ${low} till ${high}, men intervallen går från ${from} till ${to}: låt dem täcka alla summor`,
    en: `The sum can be from ${low} to ${high}, the bands reach from ${from} to ${to}: let them reach over all of it`,
  }),
  'captions-missing': {
    sv: 'Texta filmen, eller skriv ut vad som sägs och visas: captions eller transcript',
    en: 'Give the film captions, or a transcript of what is said and shown',
  },
  'flag-never-raised': (flagId: string) => ({
    sv: `Inga svar uppfyller villkoret, så flaggan ${flagId} höjs aldrig: ändra villkoret eller ta bort flaggan`,
    en: `No answers meet this condition, and so flag ${flagId} is never raised: change it, or take the flag away`,
  }),
  'form-in-open-moment': {
    sv: 'Ingen följer svaren i ett öppet moment: ta bort formuläret ur steget',
    en: 'Nobody follows the answers in an open moment: take the form out',
  },
  'nobody-opens-modules': {
    sv: 'Ett öppet moment har ingen behandlare som öppnar moduler: låt alla vara öppna från början',
    en: 'An open moment has no practitioner to open modules: let all of them be open from the start',
  },
  'form-shared': (modules: readonly string[]) => ({
    sv: `Modulerna ${modules.join(', ')} delar på svaren: kopiera formuläret om de inte ska göra det`,
    en: `Modules ${modules.join(', ')} share its answers: copy the form where they should not`,
  }),
  'form-unknown': (id: string) => ({
    sv: `Formuläret ${id} finns inte: skapa det eller ta bort det ur steget`,
    en: `There is no form ${id}: make it or take it out`,
  }),
  'form-unplaced': { sv: 'Inget steg visar formuläret', en: 'No step shows this form' },
  'maintenance-form-unknown': (id: string) => ({
    sv: `Formuläret ${id}, som ska vara öppet i vidmakthållandet, finns inte: skapa det eller ta bort det därifrån`,
    en: `There is no form ${id} to stay open in maintenance: make it or take it out`,
  }),
  'maintenance-without-messages': {
    sv: 'Meddelanden kan inte vara öppna i vidmakthållandet när de är avslagna i momentet',
    en: 'Messages cannot stay open in maintenance where the moment has them switched off',
  },
  'media-large': (seconds: number, advice: Wording) => ({
    sv: `Tar ${seconds} s att hämta på en långsam uppkoppling. ${advice.sv}`,
    en: `${seconds} s to fetch on a slow line. ${advice.en}`,
  }),
  'media-not-ready': (file: string) => ({
    sv: `${file} är inte uppladdad och kontrollerad än`,
    en: `${file} is not uploaded and checked yet`,
  }),
  'media-unknown': (file: string) => ({
    sv: `Det finns ingen användbar fil ${file}: ladda upp den igen`,
    en: `There is no usable file ${file}: upload it again`,
  }),
  'module-empty': {
    sv: 'Lägg till minst ett avsnitt med ett steg',
    en: 'Add at least one section with one step',
  },
  'module-unknown': (id: string) => ({
    sv: `Modulen ${id} finns inte: lägg till den eller ta bort den ur översikten`,
    en: `There is no module ${id}: add it or take it out`,
  }),
  'no-modules': { sv: 'Lägg till minst en modul', en: 'Add at least one module' },
  'option-label-twice': (id: string) => ({
    sv: `Ett annat svarsalternativ i ${id} lyder likadant: ge dem texter som skiljer dem åt`,
    en: `Another option of ${id} reads the same: give them labels that tell them apart`,
  }),
  'question-unreachable': (followed: string, asked: 'asked' | 'never-asked') =>
    asked === 'never-asked'
      ? {
          sv: `Den följer upp ${followed}, som aldrig ställs: åtgärda den frågan först`,
          en: `It follows up ${followed}, which is never asked: mend that first`,
        }
      : {
          sv: `Inget svar på ${followed} leder hit: ändra from och to, eller vad ${followed} tar emot`,
          en: `No answer to ${followed} leads to it: change from and to, or what ${followed} takes`,
        },
  'scored-question-not-always-asked': (id: string) => ({
    sv: `${id} räknas inte när frågan inte ställs: se till att intervallen stämmer då också, eller ta bort den ur summan`,
    en: `${id} counts nothing when it is not asked: see that the bands are right then too, or take it out of the sum`,
  }),
  'scored-question-optional': (id: string) => ({
    sv: `Den som hoppar över ${id} får ingen summa: gör frågan obligatorisk eller ta bort den ur summan`,
    en: `Who leaves ${id} out gets no score: make it required, or take it out of the sum`,
  }),
  'scoring-changed': (version: string) => ({
    sv: `Summorna kan inte längre jämföras med dem i version ${version}`,
    en: `Scores can no longer be compared with those of version ${version}`,
  }),
  'section-empty': {
    sv: 'Lägg till ett steg eller ta bort avsnittet',
    en: 'Add a step, or delete the section',
  },
  'section-id-twice': (id: string) => ({
    sv: `Ett annat avsnitt har id:t ${id}: ge det här ett annat`,
    en: `Another section has the id ${id}: give this one another`,
  }),
  'step-empty': { sv: 'Fyll steget med innehåll eller ta bort det', en: 'Fill the step, or delete it' },
  'step-id-twice': (id: string) => ({
    sv: `Ett annat steg har id:t ${id}: kopiera det här och ta bort det`,
    en: `Another step has the id ${id}: copy this one and delete it`,
  }),
  'steps-unreachable': {
    sv: 'Modulen finns inte i översikten, så ingen når dess steg',
    en: 'The module is not in the outline, so nobody reaches its steps',
  },
  'title-longer-than-search': (words: number, word: string) => ({
    sv: `Sökningen hittar de första ${words} orden i en rubrik: skriv det viktiga före ”${word}”`,
    en: `A search finds the first ${words} words of a title: say what matters before “${word}”`,
  }),
  'too-many-forms': (most: number) => ({
    sv: `Ett moment har högst ${most} formulär: ta bort några eller dela upp det`,
    en: `A moment has at most ${most} forms: delete some, or divide it`,
  }),
  'transcript-missing': {
    sv: 'Skriv ut vad som sägs i ljudet, för dem som inte hör det: transcript',
    en: 'Give the sound a transcript, for those who do not hear it',
  },
  'welcome-missing': { sv: 'Skriv en välkomsttext', en: 'Write a welcome text' },
});
