import type { Wording } from '../wording.ts';

/** What a block is, where it is named by its place in the step. */
const kinds = {
  heading: { sv: 'rubrik', en: 'heading' },
  paragraph: { sv: 'stycke', en: 'paragraph' },
  list: { sv: 'lista', en: 'list' },
  quotation: { sv: 'citat', en: 'quotation' },
  link: { sv: 'länk', en: 'link' },
  image: { sv: 'bild', en: 'image' },
  sound: { sv: 'ljud', en: 'sound' },
  film: { sv: 'film', en: 'film' },
  document: { sv: 'dokument', en: 'document' },
  form: { sv: 'formulär', en: 'form' },
} as const satisfies Record<string, Wording>;

/** What a block has that it had not, by its field. */
export const otherFields = {
  level: { sv: 'en annan rubriknivå', en: 'another level' },
  text: { sv: 'en annan text', en: 'another text' },
  ordered: { sv: 'en annan numrering', en: 'another numbering' },
  items: { sv: 'andra punkter', en: 'other items' },
  source: { sv: 'en annan källa', en: 'another source' },
  href: { sv: 'en annan adress', en: 'another address' },
  mediaId: { sv: 'en annan fil', en: 'another file' },
  alternativeText: { sv: 'en annan alternativtext', en: 'another alternative text' },
  caption: { sv: 'en annan bildtext', en: 'another caption' },
  title: { sv: 'en annan titel', en: 'another title' },
  transcript: { sv: 'en annan utskrift', en: 'another transcript' },
  captions: { sv: 'andra undertexter', en: 'other captions' },
  formId: { sv: 'ett annat formulär', en: 'another form' },
} as const satisfies Record<string, Wording>;
export type OtherField = keyof typeof otherFields;

/** A block in the midst of a sentence. `at` is its place, from nought; people count from one. */
export const blockName = (kind: keyof typeof kinds, at: number): Wording => ({
  sv: `block ${at + 1} (${kinds[kind].sv})`,
  en: `block ${at + 1} (${kinds[kind].en})`,
});
