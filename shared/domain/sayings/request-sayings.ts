import { sayings } from './said.ts';

/** What is said of a request as such: its headers, its address, how much it does. */
export const requestSayings = sayings({
  'not-an-etag': {
    sv: 'Ett ETag-värde precis som det lästes, med citattecken: "3"',
    en: 'One ETag exactly as it was read, with its quotes: "3"',
  },
  'header-repeated': { sv: 'Skicka rubriken en gång', en: 'Send the header once' },
  'idempotency-key-form': (shortest: number, longest: number) => ({
    sv: `${shortest} till ${longest} synliga ASCII-tecken, till exempel ett UUID`,
    en: `${shortest} to ${longest} visible ASCII characters, such as a UUID`,
  }),
  'address-encoding': {
    sv: 'Koda varje del av adressen en gång med procenttecken, som UTF-8',
    en: 'Percent-encode each part of the address once, as UTF-8',
  },
  'not-a-cursor': {
    sv: 'Hör inte till den här listan: börja om utan cursor',
    en: 'Not a cursor of this list: start again without one',
  },
  'still-being-set-up': {
    sv: 'Demoorganisationen läggs fortfarande upp',
    en: 'The demo organisation is still being set up',
  },
  'too-much-at-once': {
    sv: 'Ändrar mer än vad som går på en gång: gör det i mindre delar',
    en: 'Changes more than can be changed at once: do it in smaller parts',
  },
});
