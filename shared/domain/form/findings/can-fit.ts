import { type Condition, fits, rangeIn } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import { answersToTry } from './answers-to-try.ts';

/** A form that can be kept asks for options that exist; only numbers can lie outside what is answered. */
export const canFit = (question: Question, when: Condition): boolean =>
  rangeIn(when) === undefined || answersToTry(question, [when]).some((answer) => fits(when, answer));
