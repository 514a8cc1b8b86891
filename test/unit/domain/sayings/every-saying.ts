import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../../../../shared/domain/sayings/said.ts';

type Saying = Said | ((...facts: unknown[]) => Said);

const folder = join(import.meta.dirname, '../../../../shared/domain/sayings');

/** Each serves as whatever a saying is made from: a number, a name, a list. No saying takes more. */
const facts = Array.from({ length: 8 }, () => ['b', 'a']);

const saidBy = (saying: Saying): Said => (typeof saying === 'function' ? saying(...facts) : saying);

const tablesOf = async (file: string): Promise<Readonly<Record<string, Saying>>[]> =>
  Object.values((await import(join(folder, file))) as Record<string, Readonly<Record<string, Saying>>>);

/** Every saying of every table, by the code under which it stands there. */
export const everySaying = async (): Promise<{ code: string; said: Said }[]> => {
  const files = readdirSync(folder).filter((name) => name.endsWith('-sayings.ts'));
  const tables = (await Promise.all(files.map(tablesOf))).flat();
  return tables.flatMap((table) =>
    Object.entries(table).map(([code, saying]) => ({ code, said: saidBy(saying) })),
  );
};
