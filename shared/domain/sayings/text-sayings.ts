import { sayings } from './said.ts';

/** What our schemas say of a text that is not of their form. */
export const textSayings = sayings({
  'text-length': (min: number, max: number) => ({
    sv: `${min} till ${max} tecken`,
    en: `${min} to ${max} characters`,
  }),
  'text-dangerous': {
    sv: 'Innehåller osynliga styrtecken, eller tecken som visar texten i fel ordning: skriv om texten för hand',
    en: 'Has invisible control characters, or characters that show the text in a false order: write it by hand',
  },
  'content-id-form': (most: number) => ({
    sv: `Små bokstäver a–z, siffror och bindestreck, högst ${most}, först en bokstav eller siffra`,
    en: `Lower-case letters, digits and hyphens, at most ${most}, a letter or digit first`,
  }),
  'content-id-reserved': {
    sv: 'Namnet är upptaget i programspråken: välj ett annat id',
    en: 'The name is taken in programming languages: choose another id',
  },
  'content-digest-form': {
    sv: 'Precis som det lästes: 43 bokstäver, siffror, bindestreck och understreck',
    en: 'As it was read: 43 letters, digits, hyphens and underscores',
  },
  'sha256-form': {
    sv: 'Filens SHA-256 i base64, 44 tecken',
    en: 'The file’s SHA-256 in base64, 44 characters',
  },
  'version-form': {
    sv: 'Major- och minorversion med punkt emellan, till exempel 1.0',
    en: 'Major and minor version with a dot between, such as 1.0',
  },
  'month-form': { sv: 'En månad, skriven ÅÅÅÅ-MM', en: 'A month, written YYYY-MM' },
  'year-out-of-range': { sv: 'Året ska vara 0000–9999', en: 'The year is 0000 to 9999' },
  'address-scheme': {
    sv: 'Länken ska börja med https:, tel: eller mailto:',
    en: 'A link begins with https:, tel: or mailto:',
  },
  'address-form': {
    sv: 'Adressen ska vara hel, till exempel https://www.1177.se',
    en: 'The address must be whole, such as https://www.1177.se',
  },
  'telephone-form': {
    sv: 'Numret ska kunna ringas, till exempel tel:1177 eller tel:+46812345678',
    en: 'The number must be one that can be dialled, such as tel:1177 or tel:+46812345678',
  },
  'mailbox-form': {
    sv: 'Efter mailto: ska en enda e-postadress stå, till exempel mailto:mottagning@example.se',
    en: 'After mailto: stands one e-mail address alone, such as mailto:clinic@example.se',
  },
  'address-with-hidden-characters': {
    sv: 'Adressen innehåller mellanslag eller osynliga tecken: ta bort dem',
    en: 'The address has spaces or characters that are not seen: take them out',
  },
  'hsa-id-form': {
    sv: 'Ett HSA-id, till exempel SE2321000016-1003',
    en: 'An HSA-id, such as SE2321000016-1003',
  },
  'organisation-number-form': {
    sv: 'Ett organisationsnummer med tio siffror utan bindestreck, den tredje minst 2',
    en: 'An organisation number of ten digits without a hyphen, the third at least 2',
  },
  'organisation-number-check-digit': {
    sv: 'Kontrollsiffran, den sista, stämmer inte: kontrollera numret',
    en: 'The last digit is a check digit, and it is wrong: check the number',
  },
  'county-form': {
    sv: 'Länskoden, två siffror, till exempel 01 för Stockholms län',
    en: 'The code of the county, two digits, such as 01 for Stockholm',
  },
  'search-word-missing': (shortest: number) => ({
    sv: `Minst ett ord med ${shortest} eller fler bokstäver eller siffror`,
    en: `At least one word of ${shortest} or more letters or digits`,
  }),
});
