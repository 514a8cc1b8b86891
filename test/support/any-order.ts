/** What a model says of an act: the outcome as status and code, and what then holds. */
export interface ModelStep<Model> {
  readonly outcome: string;
  readonly model: Model;
}

const ordersOf = <T>(list: readonly T[]): T[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((first, at) => ordersOf(list.toSpliced(at, 1)).map((rest) => [first, ...rest]));

/** Where the acts lead in each order in which the rules let all of them through. */
export const outcomesInAnyOrder = <Model, Act>(
  stepOf: (model: Model, act: Act) => ModelStep<Model>,
  model: Model,
  acts: readonly Act[],
): Model[] =>
  ordersOf(acts).flatMap((order) => {
    let now: Model | undefined = model;
    for (const act of order) {
      const step: ModelStep<Model> | undefined = now && stepOf(now, act);
      now = step && /^20/.test(step.outcome) ? step.model : undefined;
    }
    return now ? [now] : [];
  });
