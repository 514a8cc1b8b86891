import * as z from 'zod';

/**
 * How a register answers a sound lookup: as it should; not at all until told otherwise; with 200 and what is no answer;
 * with 500; with headers at once and a body that never ends.
 */
export const registerMode = z.enum(['well', 'hang', 'garbage', 'error', 'slow-body']);
export type RegisterMode = z.infer<typeof registerMode>;

/** What `garbage` sends, in turn: another's page, and JSON of another shape. */
export const garbage = [
  { type: 'text/html', body: '<html><body>Service page</body></html>' },
  { type: 'application/json', body: '{"people":[{"personnummer":19900508}]}' },
  { type: 'application/json', body: '{"result":null}' },
] as const;

/** The mode a register is in, and a way to wait for the next one. */
export const createBehaviour = () => {
  let mode: RegisterMode = 'well';
  let tell: () => void = () => undefined;
  let changed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    now: (): RegisterMode => mode,
    behave(next: RegisterMode): void {
      mode = next;
      tell();
      changed = new Promise<void>((resolve) => {
        tell = resolve;
      });
    },
    /** The first mode in which an answer is given at all: who hangs answers late, as a real register would. */
    async answering(): Promise<Exclude<RegisterMode, 'hang'>> {
      for (;;) {
        if (mode !== 'hang') return mode;
        await changed;
      }
    },
  };
};
export type Behaviour = ReturnType<typeof createBehaviour>;
