import { sayings } from './said.ts';

/** What is said of a unit’s residents and of what runs for them. */
export const careSayings = sayings({
  'one-resident': {
    sv: 'Ange invånaren med antingen personnummer eller residentId',
    en: 'Name the resident by either personnummer or residentId',
  },
  'resident-id-form': {
    sv: 'Ett id precis som enhetens listor visar det, 22 tecken',
    en: 'An id exactly as the unit’s lists show it, 22 characters',
  },
  'category-unknown': {
    sv: 'Ingen av enhetens kategorier; hämta dem på nytt',
    en: 'None of the unit’s categories; fetch them anew',
  },
  'category-twice': {
    sv: 'Heter som en annan av kategorierna',
    en: 'Called as another of the categories is',
  },
  'ends-in-the-past': { sv: 'Ska vara senare än nu', en: 'Must be later than now' },
  'plan-part-unknown': (id: string) => ({
    sv: `${id} finns inte i den versionen av momentet`,
    en: `${id} is not in that version of the moment`,
  }),
  'plan-part-twice': (id: string) => ({ sv: `${id} står två gånger`, en: `${id} stands twice` }),
  'reason-in-words': {
    sv: 'Skriv vilket skälet är när det inte är något av de andra',
    en: 'Say what the reason is, where it is none of the others',
  },
  'page-form': {
    sv: 'En dag, skriven ÅÅÅÅ-MM-DD, eller ett flikformulärs sidnummer från 1 till 999',
    en: 'A day, written YYYY-MM-DD, or the number of a tab form’s page, from 1 to 999',
  },
  'page-day': (earliest: string, latest: string) => ({
    sv: `En dag från ${earliest} till ${latest}`,
    en: `A day from ${earliest} to ${latest}`,
  }),
  'reading-day': (days: number) => ({
    sv: `En dag från och med i dag och högst ${days} dagar framåt`,
    en: `A day from today on, at most ${days} days ahead`,
  }),
  'moment-runs': (title: string, since: string, instanceId: string) => ({
    sv: `”${title}” pågår sedan ${since} (${instanceId})`,
    en: `“${title}” has been running since ${since} (${instanceId})`,
  }),
});
