import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployAsRoot } from './deployer-roles.ts';
import type { Template, TemplateChange } from './template.ts';

interface Preparation {
  readonly from: string;
  /** A copy: what was synthesised stays as a deployment to AWS would have it. */
  readonly to: string;
  readonly changes: readonly TemplateChange[];
}

/** Makes an assembly deployable to the emulator; gives, once each, what the run can therefore not show. */
export const prepareAssembly = ({ from, to, changes }: Preparation): string[] => {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  deployAsRoot(to);
  const missing = new Set<string>();
  for (const name of readdirSync(to).filter((one) => one.endsWith('.template.json'))) {
    const path = join(to, name);
    const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
    for (const change of changes) for (const one of change(template)) missing.add(one);
    writeFileSync(path, JSON.stringify(template));
  }
  return [...missing];
};
