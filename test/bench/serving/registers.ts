import { randomBytes } from 'node:crypto';
import { readRegisterData } from '../../../infra/local/registers/register-data.ts';
import { startRegisters } from '../../../infra/local/registers/registers-server.ts';
import type { Registers } from '../../../shared/persistence/stores.ts';
import { createPersonRegister } from '../../../shared/registers/person-register.ts';
import { createStaffDirectory } from '../../../shared/registers/staff-directory.ts';
import { registeredIn } from '../population/residents.ts';

const key = randomBytes(32).toString('base64url');

/** Where the registers answer, as a function finds it in its environment. */
export interface RegisterVariables {
  readonly PERSON_REGISTER_URL: string;
  readonly STAFF_DIRECTORY_URL: string;
  readonly REGISTER_KEY: string;
}

/** The demo's people, and the residents of the largest population, who are those of every smaller one too. */
export const startBenchRegisters = async (
  largest: number,
): Promise<{ variables: RegisterVariables; stop(): Promise<void> }> => {
  const { persons, staff } = await readRegisterData();
  const everybody = [...persons, ...registeredIn(largest)];
  const { personRegisterUrl, staffDirectoryUrl, stop } = await startRegisters({
    ...{ port: 0, key, persons: everybody, staff },
  });
  return {
    variables: {
      PERSON_REGISTER_URL: personRegisterUrl,
      STAFF_DIRECTORY_URL: staffDirectoryUrl,
      REGISTER_KEY: key,
    },
    stop,
  };
};

/** As a function connects to them. */
export const connectRegisters = (variables: RegisterVariables): Registers => ({
  personRegister: createPersonRegister({ url: variables.PERSON_REGISTER_URL, key: variables.REGISTER_KEY }),
  staffDirectory: createStaffDirectory(
    { url: variables.STAFF_DIRECTORY_URL, key: variables.REGISTER_KEY },
    Date.now,
  ),
});
