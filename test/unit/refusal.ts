import { Problem } from '../../shared/domain/problem.ts';

/** The problem an act is refused with; undefined where it goes through. Any other error is no refusal and is thrown on. */
export const problemIn = (act: () => unknown): Problem | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

export const refusal = (act: () => unknown): Problem['code'] | undefined => problemIn(act)?.code;

/** As `refusal`, of an act that takes time. */
export const refusalLater = async (act: Promise<unknown>): Promise<Problem['code'] | undefined> =>
  act.then(
    () => undefined,
    (error: unknown) =>
      refusal(() => {
        throw error;
      }),
  );
