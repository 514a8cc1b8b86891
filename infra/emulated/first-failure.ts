import { failing } from './assembly/failing.ts';
import type { TemplateChange } from './assembly/template.ts';
import { unprotect } from './emulator/ask-emulator.ts';
import { CommandFailed } from './emulator/run-command.ts';
import type { Emulator } from './emulator/start-emulator.ts';

/** What was to be shown did not happen; the message says what did. */
export class FailureNotShown extends Error {
  override readonly name = 'FailureNotShown';
}

interface FirstFailure {
  readonly stack: string;
  readonly stackName: string;
  /** Deploys that stack, changed so, with all it stands on. */
  deployChanged(change: TemplateChange): Promise<unknown>;
  /** The same, unchanged. */
  deployAgain(): Promise<unknown>;
}

const failure = (deploying: Promise<unknown>): Promise<string | undefined> =>
  deploying.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof CommandFailed) return error.message;
      throw error;
    },
  );

/**
 * A first deployment that fails, then the steps of infra/README.md: until its protection is off, the stack is in the way; then what
 * it left must not be. Throws `FailureNotShown`.
 */
export const failFirst = async (emulator: Emulator, first: FirstFailure): Promise<void> => {
  const { stack, stackName } = first;
  const failed = await failure(first.deployChanged(failing(stack)));
  if (!failed?.includes('Unmakeable'))
    throw new FailureNotShown(`${stack} was to fail, and did not: ${failed}`);
  const protectedStill = await failure(first.deployAgain());
  if (!/[Tt]ermination ?[Pp]rotection/.test(protectedStill ?? ''))
    throw new FailureNotShown(`${stack} was to be protected from removal, and was not: ${protectedStill}`);
  await unprotect(emulator, stackName);
  await first.deployAgain();
};
