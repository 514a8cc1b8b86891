import { type Difference, structure } from '../../content/difference.ts';
import { differenceSayings } from '../../sayings/difference-sayings.ts';
import { fromTo, theForm, theScoring, within } from '../../sayings/part-name.ts';
import type { FlagRule } from '../flags/flag-rule.ts';
import type { Form } from '../form-shape.ts';
import type { Question, QuestionOf } from '../questions/question.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';
import { canonicalFlags, canonicalQuestion, canonicalScoring } from './canonical-form.ts';
import { compareFields, compareOrder, compareParts, type Place } from './compare-parts.ts';

type Page = Form['pages'][number];
type Option = QuestionOf<'single-choice'>['options'][number];

const partsOf = (question: Question): { fields: object; options: readonly Option[] } => {
  const canonical = canonicalQuestion(question);
  if (!('options' in canonical)) return { fields: canonical, options: [] };
  const { options, ...fields } = canonical;
  return { fields, options };
};

/** Words that another option of the question had are structure: what was answered under one would be read under the other. */
const compareOptions = (place: Place, was: Option, is: Option, before: readonly Option[]): Difference[] => {
  const owner = before.find(({ optionId, label }) => optionId !== was.optionId && label === is.label);
  if (was.label === is.label || !owner) return compareFields(place, was, is);
  const { label: _, ...others } = was;
  const { label: __, ...now } = is;
  return [
    ...compareFields(place, others, now),
    structure(`${place.pointer}/label`, differenceSayings['option-takes-words'](place.name, owner.optionId)),
  ];
};

const compareQuestions = (place: Place, before: Question, after: Question): Difference[] => {
  // The fields of another type say nothing more than that it is another.
  if (before.type !== after.type) {
    const { type, text } = before;
    return compareFields(place, { type, text }, { type: after.type, text: after.text });
  }
  const [old, now] = [partsOf(before), partsOf(after)];
  const options = {
    of: place,
    list: 'options',
    noun: 'option' as const,
    keyOf: ({ optionId }: Option) => optionId,
  };
  const both = [old.options, now.options] as const;
  return [
    ...compareFields(place, old.fields, now.fields),
    ...compareOrder(options, both),
    ...compareParts(options, both, ({ pointer, name }, one, other) =>
      compareOptions({ pointer, name: within(name, place.name) }, one, other, old.options),
    ),
  ];
};

const comparePages = (place: Place, before: Page, after: Page): Difference[] => {
  const [{ questions: old, ...was }, { questions: now, ...is }] = [before, after];
  const questions = {
    of: place,
    list: 'questions',
    noun: 'question' as const,
    keyOf: ({ questionId }: Question) => questionId,
  };
  return [
    ...compareFields(place, was, is),
    ...compareOrder(questions, [old, now]),
    ...compareParts(questions, [old, now], compareQuestions),
  ];
};

const band = ({ from, to }: ScoringRules['bands'][number]): string => `${from} to ${to}`;

const compareScoring = (before: ScoringRules | undefined, after: ScoringRules | undefined): Difference[] => {
  const place = { pointer: '/scoring', name: theScoring };
  if (!after) return before ? [structure('', differenceSayings['scoring-gone'])] : [];
  if (!before) return [structure(place.pointer, differenceSayings['scoring-new'])];
  const { bands: oldBands, ...was } = canonicalScoring(before);
  const { bands, ...is } = canonicalScoring(after);
  return [
    ...compareFields(place, was, is),
    ...compareParts(
      { of: place, list: 'bands', noun: 'band', keyOf: band, called: ({ from, to }) => fromTo(from, to) },
      [oldBands, bands],
      compareFields,
    ),
  ];
};

/** Each under the place it has now. */
const compareFlags = (form: Place, before: Form['flags'], after: Form['flags']): Difference[] =>
  compareParts(
    { of: form, list: 'flags', noun: 'flag', keyOf: ({ flagId }: FlagRule) => flagId },
    [canonicalFlags(before), (after ?? []).flatMap((flag) => canonicalFlags([flag]))],
    compareFields,
  );

/**
 * All in which a form differs from what it was: wording, or structure, which needs a new major version (AUT-8). There is a structural
 * difference exactly when `formSkeleton` gives another skeleton, or an option takes words that another had.
 */
export const compareForms = (before: Form, after: Form): Difference[] => {
  const { pages: old, scoring: oldScoring, flags: oldFlags, ...was } = before;
  const { pages: now, scoring, flags, ...is } = after;
  const form = { pointer: '', name: theForm };
  const pages = { of: form, list: 'pages', noun: 'page' as const, keyOf: ({ pageId }: Page) => pageId };
  return [
    ...compareFields(form, was, is),
    ...compareOrder(pages, [old, now]),
    ...compareParts(pages, [old, now], comparePages),
    ...compareScoring(oldScoring, scoring),
    ...compareFlags(form, oldFlags, flags),
  ];
};
