import type { Difference } from '../../content/difference.ts';
import type { Form } from '../form-shape.ts';
import type { Question, QuestionOf } from '../questions/question.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';
import { canonicalQuestion, canonicalScoring, flagKey } from './canonical-form.ts';
import { compareFields, compareOrder, compareParts, differing, type Place } from './compare-parts.ts';

type Page = Form['pages'][number];
type Option = QuestionOf<'single-choice'>['options'][number];

const partsOf = (question: Question): { fields: object; options: readonly Option[] } => {
  const canonical = canonicalQuestion(question);
  if (!('options' in canonical)) return { fields: canonical, options: [] };
  const { options, ...fields } = canonical;
  return { fields, options };
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
    noun: 'option',
    keyOf: ({ optionId }: Option) => optionId,
  };
  const both = [old.options, now.options] as const;
  return [
    ...compareFields(place, old.fields, now.fields),
    ...compareOrder(options, both),
    ...compareParts(options, both, ({ pointer, name }, one, other) =>
      compareFields({ pointer, name: `${name} of ${place.name}` }, one, other),
    ),
  ];
};

const comparePages = (place: Place, before: Page, after: Page): Difference[] => {
  const [{ questions: old, ...was }, { questions: now, ...is }] = [before, after];
  const questions = {
    of: place,
    list: 'questions',
    noun: 'question',
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
  const place = { pointer: '/scoring', name: 'the scoring' };
  if (!after) return before ? [differing('structure', '', 'the form has no scoring any more')] : [];
  if (!before) return [differing('structure', place.pointer, 'the form has scoring now')];
  const { bands: oldBands, flags: oldFlags, ...was } = canonicalScoring(before);
  const { bands, flags: _, ...is } = canonicalScoring(after);
  return [
    ...compareFields(place, was, is),
    ...compareParts(
      { of: place, list: 'bands', noun: 'band', keyOf: band },
      [oldBands, bands],
      compareFields,
    ),
    ...compareParts(
      { of: place, list: 'flags', noun: 'flag', keyOf: flagKey },
      [oldFlags, after.flags],
      compareFields,
    ),
  ];
};

/**
 * All in which a form differs from what it was: wording, or structure, which needs a new major version (AUT-8). There is a structural
 * difference exactly when `formSkeleton` gives another skeleton.
 */
export const compareForms = (before: Form, after: Form): Difference[] => {
  const [{ pages: old, scoring: oldScoring, ...was }, { pages: now, scoring, ...is }] = [before, after];
  const form = { pointer: '', name: 'the form' };
  const pages = { of: form, list: 'pages', noun: 'page', keyOf: ({ pageId }: Page) => pageId };
  return [
    ...compareFields(form, was, is),
    ...compareOrder(pages, [old, now]),
    ...compareParts(pages, [old, now], comparePages),
    ...compareScoring(oldScoring, scoring),
  ];
};
