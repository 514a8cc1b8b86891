import { sayings } from './said.ts';

interface Limits {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

const between = ({ earliest, latest }: Limits, from: string, to: string): string =>
  [
    ...(earliest === undefined ? [] : [`, ${from} ${earliest}`]),
    ...(latest === undefined ? [] : [`, ${to} ${latest}`]),
  ].join('');

/** What is said of answers that do not fit their questions. Residents read it too. */
export const answerSayings = sayings({
  'answer-form': {
    sv: 'En text, ett tal, true eller false, eller en lista med id:n på svarsalternativ, efter frågans typ',
    en: 'A text, a number, true or false, or a list of option ids, as the question’s type says',
  },
  'answer-too-long': (most: number) => ({ sv: `Högst ${most} tecken`, en: `At most ${most} characters` }),
  'answer-not-text': { sv: 'Ska vara en text', en: 'Must be a text' },
  'answer-not-option': (ids: readonly string[]) => ({
    sv: `Välj ett av ${ids.join(', ')}`,
    en: `One of ${ids.join(', ')}`,
  }),
  'answer-not-options': (most: number, ids: readonly string[]) => ({
    sv: `En lista med högst ${most}, var och en en gång, av ${ids.join(', ')}`,
    en: `A list, each once and at most ${most}, of ${ids.join(', ')}`,
  }),
  'answer-too-few-options': (least: number) => ({
    sv: `Välj minst ${least} av alternativen`,
    en: `At least ${least} of the options`,
  }),
  'answer-not-yes-no': { sv: 'Svara ja eller nej: true eller false', en: 'Answer yes or no: true or false' },
  'answer-not-whole': (min: number, max: number) => ({
    sv: `Ett heltal från ${min} till ${max}`,
    en: `A whole number, from ${min} to ${max}`,
  }),
  'answer-not-number': (decimals: number, min: number, max: number) => ({
    sv: `Ett tal med högst ${decimals} decimaler, från ${min} till ${max}`,
    en: `A number with at most ${decimals} decimals, from ${min} to ${max}`,
  }),
  'answer-not-on-scale': (min: number, max: number, step: number) => ({
    sv: `Ett tal från ${min} till ${max}, i steg om ${step} från ${min}`,
    en: `A number from ${min} to ${max}, in steps of ${step} from ${min}`,
  }),
  'answer-not-date': (limits: Limits) => ({
    sv: `Ett datum, skrivet ÅÅÅÅ-MM-DD${between(limits, 'från', 'till')}`,
    en: `A date, written YYYY-MM-DD${between(limits, 'from', 'to')}`,
  }),
  'answer-not-time': (limits: Limits) => ({
    sv: `Ett klockslag, skrivet HH:MM${between(limits, 'från', 'till')}`,
    en: `A time, written HH:MM${between(limits, 'from', 'to')}`,
  }),
  'answer-to-information': { sv: 'Information tar inget svar', en: 'Information takes no answer' },
  'answer-to-no-question': { sv: 'Frågan finns inte i formuläret', en: 'The form has no such question' },
  'answer-not-asked': {
    sv: 'Frågan ställs inte med de här svaren: utelämna den',
    en: 'Is not asked with these answers: leave it out',
  },
  'answer-missing': {
    sv: 'Måste besvaras innan formuläret skickas in',
    en: 'Must be answered before the form is submitted',
  },
});
