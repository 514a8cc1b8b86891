import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type ClaimOverrides, fetchToken, TokenNotIssued } from './identity/fetch-token.ts';
import { isPersona, type PersonaName, personas } from './identity/personas.ts';
import { SettingUnusable } from './process/settings.ts';

class Misused extends Error {}

const usage = [
  'Usage: npm run -s token -- <persona> [--claims \'{"acr": null}\']',
  `Personas: ${Object.keys(personas).join(', ')}`,
].join('\n');

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { claims: { type: 'string' } } });
  } catch (error) {
    throw new Misused(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

const personaFrom = ([name, ...others]: readonly string[]): PersonaName => {
  if (name === undefined || others.length > 0) throw new Misused(usage);
  if (!isPersona(name)) throw new Misused(`There is no persona "${name}".\n${usage}`);
  return name;
};

const claimsFrom = (text = '{}'): ClaimOverrides => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Misused(`--claims must be a JSON object, such as '{"acr": null}', not: ${text}`);
  }
};

const isExplained = (error: unknown): error is Error =>
  [Misused, TokenNotIssued, SettingUnusable].some((kind) => error instanceof kind);

try {
  const { positionals, values } = readArguments(process.argv.slice(2));
  const token = await fetchToken(personaFrom(positionals), claimsFrom(values.claims));
  process.stdout.write(`${token}\n`);
} catch (error) {
  if (!isExplained(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
