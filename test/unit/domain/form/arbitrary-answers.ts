import fc from 'fast-check';
import type { Answers } from '../../../../shared/domain/form/answers/answers.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { Question, QuestionOf } from '../../../../shared/domain/form/questions/question.ts';
import { questionsAsked } from '../../../../shared/domain/form/questions/questions-asked.ts';
import { questionsOf } from '../../../../shared/domain/form/questions/questions-of.ts';
import { clock, isoDay, minutesOfDay } from './arbitrary-questions.ts';

type Answer = Answers[string];

const letters = (maxLength: number, more: readonly string[]) =>
  fc
    .string({ unit: fc.constantFrom('a', 'Å', '🌻', ' ', ...more), maxLength: maxLength - 1 })
    .map((rest) => `x${rest}`);

const within = (
  range: { low: string | undefined; high: string | undefined },
  most: number,
  at: (place: number) => string,
) =>
  fc
    .integer({ min: 0, max: most })
    .map(at)
    .map((value) => {
      if (range.low !== undefined && value < range.low) return range.low;
      return range.high !== undefined && value > range.high ? range.high : value;
    });

const optionIds = ({ options }: QuestionOf<'single-choice' | 'multiple-choice'>): string[] =>
  options.map(({ optionId }) => optionId);

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The range of a time as one walks the clock: where it begins, and how many minutes on it ends. */
const aroundTheClock = ({ earliest = '00:00', latest = '23:59' }: QuestionOf<'time'>) => {
  const from = minuteOf(earliest);
  return { from, minutes: (minuteOf(latest) - from + minutesOfDay) % minutesOfDay };
};

const minutesAfter = (from: number) => (minutes: number) => clock((from + minutes) % minutesOfDay);

/** The minute after the range and the one before it, where there is any outside it. */
const pastTheClock = (question: QuestionOf<'time'>): string[] => {
  const { from, minutes } = aroundTheClock(question);
  return minutes === minutesOfDay - 1
    ? []
    : [minutes + 1, minutesOfDay - 1].map((more) => minutesAfter(from)(more));
};

/** An answer that fits the question, and is not blank; undefined where it takes none. */
const answerTo = (question: Question): fc.Arbitrary<Answer> | undefined => {
  switch (question.type) {
    case 'short-text':
      return letters(question.maxLength, []);
    case 'long-text':
      return letters(question.maxLength, ['\n']);
    case 'single-choice':
      return fc.constantFrom(...optionIds(question));
    case 'multiple-choice': {
      const { options, atLeast = 1, atMost = options.length } = question;
      return fc.shuffledSubarray(optionIds(question), { minLength: atLeast, maxLength: atMost });
    }
    case 'yes-no':
      return fc.boolean();
    case 'number': {
      const units = 10 ** question.decimals;
      const { min = -1000, max = 1000 } = question;
      return fc
        .integer({ min: Math.round(min * units), max: Math.round(max * units) })
        .map((at) => at / units);
    }
    case 'scale':
      return fc
        .nat({ max: (question.max - question.min) / question.step })
        .map((steps) => question.min + steps * question.step);
    case 'date':
      return within({ low: question.earliest, high: question.latest }, 9000, isoDay);
    case 'time':
      return fc
        .nat({ max: aroundTheClock(question).minutes })
        .map(minutesAfter(aroundTheClock(question).from));
    case 'information':
      return undefined;
  }
};

/** A form with answers that can be submitted; what is free to leave out sometimes is. */
export const answered = (form: Form): fc.Arbitrary<{ form: Form; given: Answers }> => {
  const picks = questionsOf(form).map((question) =>
    (answerTo(question) ?? fc.constant(undefined)).chain((answer) =>
      fc.boolean().map((isLeftOut) => ({ question, answer, isLeftOut })),
    ),
  );
  return fc.tuple(...picks).map((chosen) => {
    const given = new Map<string, Answer>();
    for (const { question, answer, isLeftOut } of chosen) {
      const isFree = 'required' in question && !question.required && isLeftOut;
      const isAsked = questionsAsked(form, given).has(question.questionId);
      if (answer !== undefined && isAsked && !isFree) given.set(question.questionId, answer);
    }
    return { form, given: Object.fromEntries(given) };
  });
};

const pastBounds = ({ min, max, decimals }: QuestionOf<'number'>): unknown[] => [
  ...(min === undefined ? [] : [min - 10 ** -decimals]),
  ...(max === undefined ? [] : [max + 10 ** -decimals]),
];

const outOfRange = (question: Question): unknown[] => {
  switch (question.type) {
    case 'short-text':
      return [
        'x'.repeat(question.maxLength + 1),
        '🌻'.repeat(question.maxLength + 1),
        'a\u0000b',
        'a\u202eb',
      ];
    case 'long-text':
      return ['x'.repeat(question.maxLength + 1), 'a\u0007b', 'a\u202eb'];
    case 'single-choice':
      return ['stranger', '', optionIds(question)];
    case 'multiple-choice': {
      const ids = optionIds(question);
      const { atMost = ids.length } = question;
      return [
        ['stranger'],
        [ids[0], ids[0]],
        ids[0],
        ...(atMost < ids.length ? [ids.slice(0, atMost + 1)] : []),
      ];
    }
    case 'yes-no':
      return ['true', 'yes', 1, 0];
    case 'number':
      return [
        ...pastBounds(question),
        (question.min ?? 0) + 10 ** -question.decimals / 2,
        2e9,
        -2e9,
        NaN,
        '1',
      ];
    case 'scale': {
      const { min, max, step } = question;
      return [min - step, max + step, min + step / 2, NaN, String(min)];
    }
    case 'date':
      return ['2023-02-29', '2023-13-01', '2023-1-1', '20230101', '1850-01-01T00:00:00Z', ''];
    case 'time':
      return ['24:00', '12:60', '7:00', '07:00:00', '', ...pastTheClock(question)];
    case 'information':
      return ['x', 1, true];
  }
};

const beyond = (question: Question): unknown[] => {
  if (question.type !== 'date') return [];
  const [first, last] = ['1999-12-31', '2999-01-01'];
  return [
    ...(question.earliest !== undefined && question.earliest > first ? [first] : []),
    ...(question.latest !== undefined && question.latest < last ? [last] : []),
  ];
};

/** An answer that the question does not take. */
export const wrongAnswerTo = (question: Question): fc.Arbitrary<unknown> =>
  fc.constantFrom(...outOfRange(question), ...beyond(question), null, { a: 1 });
