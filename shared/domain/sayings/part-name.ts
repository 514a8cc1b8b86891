import type { Wording } from '../wording.ts';

/** A part in the midst of a sentence: one of them, and all. */
const nouns = {
  section: [
    { sv: 'avsnittet', en: 'section' },
    { sv: 'avsnitten', en: 'sections' },
  ],
  step: [
    { sv: 'steget', en: 'step' },
    { sv: 'stegen', en: 'steps' },
  ],
  page: [
    { sv: 'sidan', en: 'page' },
    { sv: 'sidorna', en: 'pages' },
  ],
  question: [
    { sv: 'frågan', en: 'question' },
    { sv: 'frågorna', en: 'questions' },
  ],
  option: [
    { sv: 'svarsalternativet', en: 'option' },
    { sv: 'svarsalternativen', en: 'options' },
  ],
  band: [
    { sv: 'intervallet', en: 'band' },
    { sv: 'intervallen', en: 'bands' },
  ],
  flag: [
    { sv: 'flaggan', en: 'flag' },
    { sv: 'flaggorna', en: 'flags' },
  ],
} as const satisfies Record<string, readonly [one: Wording, all: Wording]>;
export type Noun = keyof typeof nouns;

export const theModule: Wording = { sv: 'modulen', en: 'the module' };
export const theForm: Wording = { sv: 'formuläret', en: 'the form' };
export const theScoring: Wording = { sv: 'poängräkningen', en: 'the scoring' };

const plain = (text: string): Wording => ({ sv: text, en: text });

/** What a sentence calls a part; `key` is an id, or words of its own where it has none. */
export const partName = (noun: Noun, key: string | Wording): Wording => {
  const [one] = nouns[noun];
  const { sv, en } = typeof key === 'string' ? plain(key) : key;
  return { sv: `${one.sv} ${sv}`, en: `${one.en} ${en}` };
};

export const allParts = (noun: Noun): Wording => nouns[noun][1];

export const within = (part: Wording, whole: Wording): Wording => ({
  sv: `${part.sv} i ${whole.sv}`,
  en: `${part.en} of ${whole.en}`,
});

/** A band, or what else has two ends. */
export const fromTo = (from: number, to: number): Wording => ({
  sv: `${from} till ${to}`,
  en: `${from} to ${to}`,
});
