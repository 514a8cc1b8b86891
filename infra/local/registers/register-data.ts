import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { type DirectoryPerson, directoryPerson } from '../../../shared/domain/directory-person.ts';
import { type RegisteredPerson, registeredPerson } from '../../../shared/domain/registered-person.ts';

/** The message names the file and every fault in it; show it alone. */
export class RegisterDataWrong extends Error {
  override readonly name = 'RegisterDataWrong';
}

const readPeople = async <T extends object>(
  path: string,
  person: z.ZodType<T>,
  id: keyof T,
): Promise<readonly T[]> => {
  const everyoneOnce = z
    .array(person)
    .refine(
      (people) => new Set(people.map((one) => one[id])).size === people.length,
      `The same ${String(id)} twice`,
    );
  const read = json.pipe(everyoneOnce).safeParse(await readFile(path, 'utf8'));
  if (read.success) return read.data;
  throw new RegisterDataWrong(`${path} cannot be used:\n${z.prettifyError(read.error)}`);
};

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Whom the local registers know, from the files beside this one. Throws `RegisterDataWrong`. */
export const readRegisterData = async (
  personsPath = beside('persons.json'),
  staffPath = beside('staff.json'),
): Promise<{ persons: readonly RegisteredPerson[]; staff: readonly DirectoryPerson[] }> => ({
  persons: await readPeople(personsPath, registeredPerson, 'personnummer'),
  staff: await readPeople(staffPath, directoryPerson, 'hsaId'),
});
