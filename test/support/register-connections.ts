import type { LocalRegisters } from '../../infra/local/registers/registers-server.ts';
import type { Registers } from '../../shared/persistence/stores.ts';
import { createPersonRegister } from '../../shared/registers/person-register.ts';
import { createStaffDirectory } from '../../shared/registers/staff-directory.ts';

export const registerKey = 'a key of the tests, long enough';

/** Milliseconds. Long, for a loaded machine must not look like a register that hangs; tests of those say less. */
const patience = 10_000;

/** As a function that has just been started knows the registers. */
export const connect = (
  { personRegisterUrl, staffDirectoryUrl }: LocalRegisters,
  now: () => number,
  answerWithin = patience,
): Registers => ({
  personRegister: createPersonRegister({ url: personRegisterUrl, key: registerKey, answerWithin }),
  staffDirectory: createStaffDirectory({ url: staffDirectoryUrl, key: registerKey, answerWithin }, now),
});
