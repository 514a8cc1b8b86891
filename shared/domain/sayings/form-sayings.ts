import { sayings } from './said.ts';

/** What keeps a form, or a moment’s content, from being saved. */
export const formSayings = sayings({
  'page-id-twice': (id: string) => ({ sv: `Sidan ${id} finns två gånger`, en: `Page ${id} stands twice` }),
  'question-id-twice': (id: string) => ({
    sv: `Frågan ${id} finns två gånger`,
    en: `Question ${id} stands twice`,
  }),
  'option-id-twice': (id: string) => ({
    sv: `Svarsalternativet ${id} finns två gånger`,
    en: `Option ${id} stands twice`,
  }),
  'scored-twice': (id: string) => ({
    sv: `Frågan ${id} räknas två gånger`,
    en: `Question ${id} is counted twice`,
  }),
  'flag-twice': (id: string) => ({ sv: `Flaggan ${id} finns två gånger`, en: `Flag ${id} stands twice` }),
  'flag-condition-form': {
    sv: 'Ett av { questionId, when }, { sum: { from, to } } och { change: { from, to } }, där from eller to kan utelämnas',
    en: 'One of { questionId, when }, { sum: { from, to } } and { change: { from, to } }, without from or to where there is no bound',
  },
  'flag-without-sum': {
    sv: 'Formuläret har ingen summa: ange scoring, eller ett villkor på ett svar',
    en: 'The form has no sum: say scoring, or set a condition on an answer',
  },
  'flagged-missing': (id: string) => ({
    sv: `Det finns ingen fråga ${id} i formuläret`,
    en: `There is no question ${id} in the form`,
  }),
  'flagged-without-answer': (id: string) => ({
    sv: `Bara val, ja eller nej, tal och skalor kan höja flaggor: ${id} är inget av dem`,
    en: `Only choices, yes or no, numbers and scales raise flags: ${id} does not`,
  }),
  'too-many-questions': (most: number) => ({
    sv: `Högst ${most} frågor i hela formuläret`,
    en: `At most ${most} questions in all`,
  }),
  'limits-reversed': (low: string, high: string) => ({
    sv: `${high} kommer före ${low}`,
    en: `${high} is before ${low}`,
  }),
  'more-than-options': (options: number) => ({
    sv: `Det finns bara ${options} svarsalternativ`,
    en: `There are only ${options} options`,
  }),
  'limit-decimals': (most: number) => ({
    sv: `Har fler decimaler än svarets ${most}`,
    en: `Has more decimals than the ${most} of an answer`,
  }),
  'scale-empty': { sv: 'max är inte större än min', en: 'max is not above min' },
  'scale-steps': (step: number, min: number, max: number) => ({
    sv: `Med steg om ${step} från ${min} nås inte ${max}`,
    en: `Steps of ${step} from ${min} do not end at ${max}`,
  }),
  'followed-missing': (id: string) => ({
    sv: `Det finns ingen fråga ${id} tidigare på sidan`,
    en: `No question ${id} stands earlier on this page`,
  }),
  'followed-without-answer': (id: string) => ({
    sv: `Bara val, ja eller nej, tal och skalor kan ha följdfrågor: ${id} är inget av dem`,
    en: `Only choices, yes or no, numbers and scales have follow-ups: ${id} does not`,
  }),
  'condition-form': {
    sv: 'Ett av { anyOf: [id:n på svarsalternativ] }, { is: true eller false } och { from, to }',
    en: 'One of { anyOf: [option ids] }, { is: true or false } and { from, to }',
  },
  'condition-choice': (id: string) => ({
    sv: `${id} är ett val: ange anyOf, med id:n på dess svarsalternativ`,
    en: `${id} is a choice: say anyOf, with ids of its options`,
  }),
  'condition-yes-no': (id: string) => ({
    sv: `${id} besvaras med ja eller nej: ange is`,
    en: `${id} is yes or no: say is`,
  }),
  'condition-number': (id: string) => ({
    sv: `${id} är ett tal: ange from, to eller båda`,
    en: `${id} is a number: say from, to or both`,
  }),
  'condition-option-missing': (option: string, id: string) => ({
    sv: `${option} är inget svarsalternativ i ${id}`,
    en: `${option} is not an option of ${id}`,
  }),
  'condition-decimals': (id: string, decimals: number) => ({
    sv: `${id} tar tal med högst ${decimals} decimaler`,
    en: `${id} takes numbers with at most ${decimals} decimals`,
  }),
  'scored-without-score': (id: string) => ({
    sv: `${id} ger inga poäng: ange poäng för varje svarsalternativ eller för ja och nej, eller välj en skala eller ett heltal`,
    en: `${id} has no score: say one for every option or for yes and no, or take a scale or a whole number`,
  }),
  'bands-with-gap': {
    sv: 'Intervallen ska stiga utan lucka eller överlapp: from är förra intervallets to + 1',
    en: 'Bands rise without gap or overlap: from = the last to + 1',
  },
  'content-id-twice': (id: string) => ({
    sv: `Id:t ${id} finns två gånger: ge varje del ett eget`,
    en: `The id ${id} stands twice: give each part its own`,
  }),
  'shown-form-missing': (id: string) => ({
    sv: `Ett steg visar formuläret ${id}, som inte finns bland forms`,
    en: `A step shows form ${id}, which is not among forms`,
  }),
});
