import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { deployAsRoot } from './deployer-roles.ts';
import type { Template, TemplateChange } from './template.ts';
import { renameTemplates } from './template-assets.ts';

const ending = '.template.json';

export interface Preparation {
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
  for (const name of readdirSync(to).filter((one) => one.endsWith(ending))) {
    const path = join(to, name);
    const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
    for (const change of changes)
      for (const one of change(template, basename(name, ending))) missing.add(one);
    writeFileSync(path, JSON.stringify(template));
  }
  renameTemplates(to);
  return [...missing];
};

const stackArtifacts = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ properties: z.object({ stackName: z.string() }).optional().catch(undefined) }),
  ),
});

/** What the stack of that id is called once it is deployed. */
export const stackNameIn = (assembly: string, stack: string): string => {
  const { artifacts } = stackArtifacts.parse(
    JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')),
  );
  const name = artifacts[stack]?.properties?.stackName;
  if (name === undefined) throw new Error(`No stack ${stack}`);
  return name;
};
