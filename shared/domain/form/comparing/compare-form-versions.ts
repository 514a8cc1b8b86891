import { type Difference, structure } from '../../content/difference.ts';
import { differenceSayings } from '../../sayings/difference-sayings.ts';
import { partName, within } from '../../sayings/part-name.ts';
import type { Form } from '../form-shape.ts';
import { compareForms } from './compare-forms.ts';
import { type OptionWords, optionsTakingWords } from './option-words.ts';

/** A form as a version has it. */
interface FormVersion {
  readonly form: Form;
  readonly words: OptionWords | undefined;
}

/** Questions with options, in their order, and where they stand. */
const choicesIn = ({ pages }: Form) =>
  pages.flatMap(({ questions }, page) =>
    questions.flatMap((question, at) =>
      'options' in question ? [{ question, pointer: `/pages/${page}/questions/${at}` }] : [],
    ),
  );

/** Of forms of the same structure: where it is another, an option has another place and that is what is told. */
const takenWords = (before: FormVersion, after: FormVersion): Difference[] => {
  const choices = choicesIn(after.form);
  return (optionsTakingWords(before.words, after.words) ?? []).flatMap(({ question: at, option: place }) => {
    const { question, pointer } = choices[at] ?? {};
    const option = question?.options[place];
    if (!question || !option) return [];
    const name = within(partName('option', option.optionId), partName('question', question.questionId));
    return [
      structure(`${pointer}/options/${place}/label`, differenceSayings['option-takes-earlier-words'](name)),
    ];
  });
};

/** What leaves every option in its place. */
const leavesPlaces = ({ kind, code }: Difference): boolean =>
  kind === 'wording' || code === ('option-takes-words' satisfies keyof typeof differenceSayings);

/** As `compareForms`, and which options say what another said in an earlier minor, which neither of the two forms shows. */
export const compareFormVersions = (before: FormVersion, after: FormVersion): Difference[] => {
  const told = compareForms(before.form, after.form);
  if (!told.every(leavesPlaces)) return told;
  const structural = new Set(told.filter(({ kind }) => kind === 'structure').map(({ pointer }) => pointer));
  const taken = takenWords(before, after).filter(({ pointer }) => !structural.has(pointer));
  const places = new Set(taken.map(({ pointer }) => pointer));
  return [...told.filter(({ pointer }) => !places.has(pointer)), ...taken];
};
