import { sayings } from './said.ts';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e5) / 10} MB`;
const inSwedish = (amount: string): string => amount.replace('.', ',');

const or = (endings: readonly string[], word: string): string =>
  endings.map((ending) => `.${ending}`).join(` ${word} `);

/** What keeps a file from being taken, or from being removed. */
export const mediaSayings = sayings({
  'media-empty': {
    sv: 'Filen är tom: välj en med innehåll',
    en: 'The file is empty: choose one with content',
  },
  'media-too-large': (bytes: number, most: number) => ({
    sv: `Filen är ${inSwedish(megabytes(bytes))} och får vara högst ${inSwedish(megabytes(most))}: exportera den mindre`,
    en: `The file is ${megabytes(bytes)}; at most ${megabytes(most)} is taken: export it smaller`,
  }),
  'media-ending-mismatch': (type: string, endings: readonly string[], found: string) => ({
    sv: `En fil av typen ${type} slutar på ${or(endings, 'eller')}; namnet ${found === '' ? 'saknar ändelse' : `slutar på .${found}`}: välj rätt fil eller exportera den på nytt`,
    en: `A file of type ${type} ends in ${or(endings, 'or')}; the name ${found === '' ? 'has no ending' : `ends in .${found}`}: choose the right file, or export it anew`,
  }),
  'media-type-not-allowed': (types: readonly string[]) => ({
    sv: `Filtypen tas inte emot: exportera filen som något av ${types.join(', ')}`,
    en: `Not a type that is taken: export it as one of ${types.join(', ')}`,
  }),
  'media-published': {
    sv: 'En publicerad version visar filen, och det som är publicerat ändras aldrig',
    en: 'A published version shows it: what is published never changes',
  },
  'media-in-draft': (module: string, step: string) => ({
    sv: `Utkastet visar filen i ”${module}”, steget ”${step}”: ta bort den där först`,
    en: `The draft shows it in “${module}”, step “${step}”: take it out there first`,
  }),
});
