import type { Wording } from '../wording.ts';
import { sayings } from './said.ts';

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const begun = ({ sv, en }: Wording): Wording => ({ sv: upper(sv), en: upper(en) });

/** What differs from what was published (AUT-8). Names of parts come from part-name.ts. */
export const differenceSayings = sayings({
  'part-gone': (part: Wording, whole: Wording) =>
    begun({ sv: `${part.sv} finns inte längre i ${whole.sv}`, en: `${part.en} is gone from ${whole.en}` }),
  'part-new': (part: Wording, whole: Wording) =>
    begun({ sv: `${part.sv} har tillkommit i ${whole.sv}`, en: `${part.en} is new in ${whole.en}` }),
  'parts-reordered': (parts: Wording, whole: Wording) =>
    begun({
      sv: `${parts.sv} i ${whole.sv} kommer i en annan ordning`,
      en: `${whole.en} has its ${parts.en} in another order`,
    }),
  'part-moved': (part: Wording, whole: Wording) =>
    begun({ sv: `${part.sv} har flyttats i ${whole.sv}`, en: `${part.en} has moved in ${whole.en}` }),
  'block-has-other': (block: Wording, other: Wording) =>
    begun({ sv: `${block.sv} har ${other.sv}`, en: `${block.en} has ${other.en}` }),
  'field-changed': (part: Wording, field: string, was: Wording, is: Wording) =>
    begun({
      sv: `${part.sv}: ${field} var ${was.sv} och är ${is.sv}`,
      en: `${part.en}: ${field} was ${was.en} and is ${is.en}`,
    }),
  'text-changed': (part: Wording, field: string) =>
    begun({ sv: `${part.sv} har en annan text i ${field}`, en: `${part.en} has another ${field}` }),
  'option-takes-words': (option: Wording, owner: string) =>
    begun({
      sv: `${option.sv} har tagit över orden som alternativet ${owner} hade`,
      en: `${option.en} has taken the words that option ${owner} had`,
    }),
  'option-takes-earlier-words': (option: Wording) =>
    begun({
      sv: `${option.sv} säger det som ett annat har sagt tidigare i huvudversionen`,
      en: `${option.en} says what another has said earlier in the major version`,
    }),
  'form-takes-words': {
    sv: 'Ett alternativ i formuläret säger det som ett annat har sagt',
    en: 'An option of the form says what another has said',
  },
  'scoring-gone': { sv: 'Formuläret räknar inte poäng längre', en: 'The form has no scoring any more' },
  'scoring-new': { sv: 'Formuläret räknar poäng nu', en: 'The form has scoring now' },
  'forms-shown-changed': (was: readonly string[], is: readonly string[]) => ({
    sv: `Formulären i steget var ${was.length > 0 ? was.join(', ') : 'inga'} och är ${is.length > 0 ? is.join(', ') : 'inga'}`,
    en: `The forms of the step were ${was.length > 0 ? was.join(', ') : 'none'} and are ${is.length > 0 ? is.join(', ') : 'none'}`,
  }),
  'step-says-else': { sv: 'Steget säger något annat', en: 'The step says something else' },
  'step-title-changed': { sv: 'Steget har en annan rubrik', en: 'The step has another title' },
  'section-title-changed': { sv: 'Avsnittet har en annan rubrik', en: 'The section has another title' },
  'module-title-changed': { sv: 'Modulen har en annan rubrik', en: 'The module has another title' },
  'moment-title-changed': { sv: 'Momentet har en annan rubrik', en: 'The title is another' },
  'welcome-changed': { sv: 'Välkomsttexten är en annan', en: 'The welcome text is another' },
  'opening-changed': {
    sv: 'Andra moduler väntar på att behandlaren öppnar dem',
    en: 'Other modules wait for the practitioner to open them',
  },
  'kind-changed': (was: string, is: string) => ({
    sv: `Är av slaget ${is}, var ${was}`,
    en: `Is a ${is}, was a ${was}`,
  }),
  'moment-opened': { sv: 'Har blivit ett öppet moment', en: 'Has become an open moment' },
  'moment-closed': { sv: 'Är inte längre ett öppet moment', en: 'Is no open moment any more' },
  'maintenance-changed': {
    sv: 'Något annat än förut är öppet i vidmakthållandet',
    en: 'Something else than before stays open in maintenance',
  },
  'function-switched-on': { sv: 'Har slagits på', en: 'Has been switched on' },
  'function-switched-off': { sv: 'Har slagits av', en: 'Has been switched off' },
  'module-gone': { sv: 'Modulen finns inte längre', en: 'The module is gone' },
  'module-new': { sv: 'Modulen är ny', en: 'The module is new' },
  'module-rebuilt': { sv: 'Modulen är uppbyggd på ett annat sätt', en: 'The module is built in another way' },
  'module-says-else': { sv: 'Modulen säger något annat', en: 'The module says something else' },
  'modules-reordered': { sv: 'Modulerna kommer i en annan ordning', en: 'The modules come in another order' },
  'form-gone': { sv: 'Formuläret finns inte längre', en: 'The form is gone' },
  'form-new': { sv: 'Formuläret är nytt', en: 'The form is new' },
  'form-rebuilt': { sv: 'Formuläret är uppbyggt på ett annat sätt', en: 'The form is built in another way' },
  'form-says-else': { sv: 'Formuläret säger något annat', en: 'The form says something else' },
});
