import { sayings } from './said.ts';

/** What is said of providers, of mandates, and of times that do not follow one another. */
export const organisationSayings = sayings({
  'county-of-kind': {
    sv: 'Regioner och kommuner anger sitt län, privata vårdgivare inget',
    en: 'A region and a municipality name their county, a private provider none',
  },
  'agreement-outlives': (until: string) => ({
    sv: `Senast ${until}, då regionens tjänsteavtal upphör`,
    en: `At the latest ${until}, when the region’s service agreement ends`,
  }),
  'not-registered': (hsaId: string) => ({
    sv: `Ingen vårdgivare är registrerad med ${hsaId}`,
    en: `No care provider is registered under ${hsaId}`,
  }),
  'unit-use': ({
    running = '?',
    active,
    made,
  }: {
    running?: number | '?';
    active: number;
    made: number;
  }) => ({
    sv: `Pågående moment: ${running}. Moment som kan startas: ${active}. Moment som har gjorts här: ${made}.`,
    en: `Moments running: ${running}. Moments that can be started: ${active}. Moments made here: ${made}.`,
  }),
  'not-a-telephone': {
    sv: 'Ett telefonnummer: tel: och numret',
    en: 'A telephone number: tel: and the number',
  },
  'not-a-page': { sv: 'En webbadress som börjar med https:', en: 'An address that begins with https:' },
  'not-later-than-from': { sv: 'Ska vara senare än validFrom', en: 'Must be later than validFrom' },
  'not-later-than-shown': (from: string) => ({
    sv: `Ska vara senare än ${from}, då meddelandet börjar visas`,
    en: `Later than ${from}, when the message becomes visible`,
  }),
  'after-to': (to: string) => ({ sv: `Kommer efter ${to}`, en: `Comes after ${to}` }),
  'search-begins-late': {
    sv: 'Får inte vara senare än to, eller än nu',
    en: 'Must not be later than to, or than now',
  },
  'each-in-one-way': {
    sv: 'Ange invånaren med antingen resident eller residentId, och ombudet med antingen proxy eller proxyId',
    en: 'Name the resident by either resident or residentId, and the proxy by either proxy or proxyId',
  },
  'proxy-is-resident': {
    sv: 'Ombudet ska vara någon annan än invånaren',
    en: 'Must be somebody else than the resident',
  },
  'mandate-ends-early': {
    sv: 'Ska vara senare än nu och senare än validFrom',
    en: 'Must be later than now and than validFrom',
  },
  'mandate-too-short': (hours: number) => ({
    sv: `Minst ${hours} timmar från nu och från validFrom; det går att återkalla tidigare`,
    en: `At least ${hours} hours from now and from validFrom; it can be revoked earlier`,
  }),
  'mandate-too-long': (years: number) => ({
    sv: `Högst ${years} år från nu; ombudet kan utses igen`,
    en: `At most ${years} years from now; it can be given again`,
  }),
});
