import { Problem } from '../domain/problem.ts';

/** A register that does not answer is one of the answers: what it means is for whoever asked to say. `why` is told of the silence. */
export const orUnanswered = <T>(
  answer: Promise<T>,
  why: (silence: Problem) => void = () => {},
): Promise<T | 'unanswered'> =>
  answer.catch((error: unknown): 'unanswered' => {
    if (!(error instanceof Problem)) throw error;
    why(error);
    return 'unanswered';
  });
