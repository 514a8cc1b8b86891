import * as z from 'zod';
import { digestOf, shortDigestLetters, shortDigestOf } from '../../content/content-digest.ts';
import type { Form } from '../form-shape.ts';
import { questionsOf } from '../questions/questions-of.ts';

/** Characters that a form's words may take where it is listed; of one with more no label changes in a minor version. */
const mostKept = 1500;

/**
 * What the options of a form say and have said throughout a major version, so that one that takes another's words is found without
 * reading the form (AUT-8). An option is the digests of its labels, one after the other; options are parted by spaces, and questions
 * that say the same stand once, named by place.
 */
export const optionWords = z.object({
  whole: z.string(),
  sets: z.array(z.string()),
  of: z.array(z.int()),
});
export type OptionWords = z.infer<typeof optionWords>;

const asKept = (whole: string, questions: readonly string[]): OptionWords => {
  const sets = [...new Set(questions)];
  const words = { whole, sets, of: questions.map((one) => sets.indexOf(one)) };
  return JSON.stringify(words).length <= mostKept ? words : { whole, sets: [], of: [] };
};

/** Undefined where nothing is chosen in the form. */
export const optionWordsOf = (form: Form): OptionWords | undefined => {
  const labels = questionsOf(form).flatMap((question) =>
    'options' in question ? [question.options.map(({ label }) => label)] : [],
  );
  if (labels.length === 0) return undefined;
  return asKept(
    digestOf(labels),
    labels.map((options) => options.map((label) => shortDigestOf(label)).join(' ')),
  );
};

const questionsIn = ({ sets, of }: OptionWords): string[][] => of.map((at) => (sets[at] ?? '').split(' '));
const labelsIn = (option: string): string[] =>
  option.match(new RegExp(`.{${shortDigestLetters}}`, 'g')) ?? [];

/** An option of a form by its place among those of its question, and the question’s among those with options. */
interface OptionPlace {
  readonly question: number;
  readonly option: number;
}

/**
 * The options that say what another of their question has said. Of two forms of the same structure; undefined where one of them has too
 * many words for it to be known which.
 */
export const optionsTakingWords = (
  before: OptionWords | undefined,
  after: OptionWords | undefined,
): OptionPlace[] | undefined => {
  if (!before || !after || before.whole === after.whole) return [];
  const [was, is] = [questionsIn(before), questionsIn(after)];
  if (was.length === 0 || is.length === 0) return undefined;
  return is.flatMap((options, question) => {
    const said = (was[question] ?? []).map(labelsIn);
    const takes = (label: string, option: number) =>
      !said[option]?.includes(label) && said.some((labels) => labels.includes(label));
    return options.flatMap((words, option) =>
      labelsIn(words).some((label) => takes(label, option)) ? [{ question, option }] : [],
    );
  });
};

/** Whether an option says what another of its question has said: a new major. Of two forms of the same structure. */
export const takesAnothersWords = (
  before: OptionWords | undefined,
  after: OptionWords | undefined,
): boolean => optionsTakingWords(before, after)?.length !== 0;

/** What the options have said by now, once a minor version is published. */
export const withEarlierWords = (
  before: OptionWords | undefined,
  after: OptionWords | undefined,
): OptionWords | undefined => {
  if (!before || !after) return after;
  const [was, is] = [questionsIn(before), questionsIn(after)];
  if (was.length === 0 || is.length === 0) return { whole: after.whole, sets: [], of: [] };
  const both = is.map((options, at) =>
    options
      .map((option, place) =>
        [...new Set([...labelsIn(option), ...labelsIn(was[at]?.[place] ?? '')])].join(''),
      )
      .join(' '),
  );
  return asKept(after.whole, both);
};
