/** How long each task took, and all of them together. */
export interface Run {
  readonly timesMs: readonly number[];
  readonly elapsedMs: number;
}

/** Carries tasks out in their order, as many at a time as there are clients. */
export const drive = async (tasks: readonly (() => Promise<unknown>)[], clients: number): Promise<Run> => {
  const timesMs: number[] = [];
  const queue = tasks.values();
  const client = async (): Promise<void> => {
    for (const task of queue) {
      const began = performance.now();
      await task();
      timesMs.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { timesMs, elapsedMs: performance.now() - began };
};
