import fc from 'fast-check';
import type { Question } from '../../../../shared/domain/form/questions/question.ts';
import {
  aChoice,
  aDate,
  aLine,
  aNumber,
  anInformation,
  aScale,
  aText,
  aTime,
  aYesNo,
  someChoices,
} from './form-examples.ts';

export const isoDay = (day: number): string =>
  new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const minutesOfDay = 24 * 60;
/** The earliest and the latest in any order: the range may go past midnight. */
const timeOfDay = fc.integer({ min: 0, max: minutesOfDay - 1 }).map(clock);

const two = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

/** A lower and an upper bound, either of which may be absent. */
const bounds = <Value>(most: number, at: (place: number) => Value) =>
  fc.tuple(two(most), fc.boolean(), fc.boolean()).map(([[low, high], hasLow, hasHigh]) => ({
    low: hasLow ? at(low) : undefined,
    high: hasHigh ? at(high) : undefined,
  }));

const scores = (fewest: number) => {
  const ofCount = { minLength: fewest, maxLength: 4 };
  return fc.oneof(
    fc.array(fc.integer({ min: -20, max: 20 }), ofCount),
    fc.array(fc.constant(undefined), ofCount),
  );
};

const choices = (questionId: string) =>
  scores(1).chain((points) =>
    fc.tuple(two(points.length - 1), fc.boolean(), fc.boolean()).map(([[few, many], hasLeast, hasMost]) =>
      someChoices(questionId, points, {
        ...(hasLeast ? { atLeast: few + 1 } : {}),
        ...(hasMost ? { atMost: many + 1 } : {}),
      }),
    ),
  );

const number = (questionId: string) =>
  fc
    .integer({ min: 0, max: 4 })
    .chain((decimals) =>
      bounds(2000, (at) => (at - 1000) / 10 ** decimals).map(({ low, high }) =>
        aNumber(questionId, { min: low, max: high, decimals }),
      ),
    );

const scale = (questionId: string) =>
  fc
    .record({
      min: fc.integer({ min: -10, max: 10 }),
      step: fc.integer({ min: 1, max: 5 }),
      steps: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ min, step, steps }) => aScale(questionId, { min, step, max: min + step * steps }));

const yesNo = (questionId: string) =>
  fc
    .option(fc.record({ yes: fc.integer({ min: -5, max: 5 }), no: fc.integer({ min: -5, max: 5 }) }))
    .map((points) => aYesNo(questionId, points ? { scores: points } : {}));

const maxLength = fc.integer({ min: 1, max: 20 });

const withoutFollowUp = (questionId: string): fc.Arbitrary<Question> =>
  fc.oneof(
    maxLength.map((most) => aLine(questionId, { maxLength: most })),
    maxLength.map((most) => aText(questionId, { maxLength: most })),
    scores(2).map((points) => aChoice(questionId, points)),
    choices(questionId),
    yesNo(questionId),
    number(questionId),
    scale(questionId),
    bounds(9000, isoDay).map(({ low, high }) => aDate(questionId, { earliest: low, latest: high })),
    fc
      .tuple(fc.option(timeOfDay, { nil: undefined }), fc.option(timeOfDay, { nil: undefined }))
      .map(([earliest, latest]) => aTime(questionId, { earliest, latest })),
    fc.constant(anInformation(questionId)),
  );

/** A question of any type, that follows up nothing. */
export const anyQuestion = (questionId: string): fc.Arbitrary<Question> =>
  fc
    .tuple(withoutFollowUp(questionId), fc.boolean())
    .map(([question, required]) => (question.type === 'information' ? question : { ...question, required }));
