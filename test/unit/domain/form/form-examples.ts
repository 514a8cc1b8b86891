import type { FlagRule } from '../../../../shared/domain/form/flags/flag-rule.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { Question, QuestionOf } from '../../../../shared/domain/form/questions/question.ts';
import type { ScoringRules } from '../../../../shared/domain/form/scoring/scoring-rules.ts';

type Rest<Type extends Question['type']> = Partial<QuestionOf<Type>>;

const asked = (questionId: string) => ({ questionId, text: 'Hur mår du?', required: true });
const optionsScored = (scores: readonly (number | undefined)[]) =>
  scores.map((score, at) => ({
    optionId: `o${at}`,
    label: `Svar ${at}`,
    ...(score === undefined ? {} : { score }),
  }));

export const aChoice = (
  questionId: string,
  scores: readonly (number | undefined)[] = [0, 1],
  rest: Rest<'single-choice'> = {},
): QuestionOf<'single-choice'> => ({
  type: 'single-choice',
  ...asked(questionId),
  options: optionsScored(scores),
  ...rest,
});

export const someChoices = (
  questionId: string,
  scores: readonly (number | undefined)[] = [1, 2, 4],
  rest: Rest<'multiple-choice'> = {},
): QuestionOf<'multiple-choice'> => ({
  type: 'multiple-choice',
  ...asked(questionId),
  options: optionsScored(scores),
  ...rest,
});

export const aYesNo = (questionId: string, rest: Rest<'yes-no'> = {}): QuestionOf<'yes-no'> => ({
  type: 'yes-no',
  ...asked(questionId),
  ...rest,
});

export const aText = (questionId: string, rest: Rest<'long-text'> = {}): QuestionOf<'long-text'> => ({
  type: 'long-text',
  ...asked(questionId),
  required: false,
  maxLength: 10,
  ...rest,
});

export const aLine = (questionId: string, rest: Rest<'short-text'> = {}): QuestionOf<'short-text'> => ({
  type: 'short-text',
  ...asked(questionId),
  maxLength: 10,
  ...rest,
});

export const aNumber = (questionId: string, rest: Rest<'number'> = {}): QuestionOf<'number'> => ({
  type: 'number',
  ...asked(questionId),
  decimals: 0,
  ...rest,
});

export const aScale = (questionId: string, rest: Rest<'scale'> = {}): QuestionOf<'scale'> => ({
  type: 'scale',
  ...asked(questionId),
  min: 0,
  max: 10,
  step: 1,
  minLabel: 'Inte alls',
  maxLabel: 'Mycket',
  ...rest,
});

export const aDate = (questionId: string, rest: Rest<'date'> = {}): QuestionOf<'date'> => ({
  type: 'date',
  ...asked(questionId),
  ...rest,
});

export const aTime = (questionId: string, rest: Rest<'time'> = {}): QuestionOf<'time'> => ({
  type: 'time',
  ...asked(questionId),
  ...rest,
});

export const anInformation = (
  questionId: string,
  rest: Rest<'information'> = {},
): QuestionOf<'information'> => ({
  type: 'information',
  questionId,
  text: 'Ring 112 om det är bråttom.',
  ...rest,
});

export const aScoring = (rest: Partial<ScoringRules> = {}): ScoringRules => ({
  method: 'sum',
  questionIds: ['q'],
  bands: [{ from: 0, to: 1, label: 'Låg' }],
  ...rest,
});

export const aForm = (rest: Partial<Form> = {}): Form => ({
  formId: 'f',
  kind: 'ordinary',
  title: 'Ett formulär',
  pages: [{ pageId: 'page-1', questions: [aChoice('q')] }],
  ...rest,
});

export const aFlag = (rest: Partial<FlagRule> = {}): FlagRule => ({
  flagId: 'flag',
  level: 'notice',
  label: 'Flagga',
  when: [],
  ...rest,
});

/** A form of one page. */
export const ofQuestions = (
  questions: Question[],
  scoring?: Partial<ScoringRules>,
  flags: FlagRule[] = [],
): Form =>
  aForm({
    pages: [{ pageId: 'page-1', questions }],
    ...(scoring ? { scoring: aScoring(scoring) } : {}),
    ...(flags.length > 0 ? { flags } : {}),
  });
