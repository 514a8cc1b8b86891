import { Problem } from '../problem.ts';
import { authoringSayings } from '../sayings/authoring-sayings.ts';
import type { Said } from '../sayings/said.ts';
import { type ModuleOutline, mediaIdsOf, mostSteps, stepsOf } from './module-outline.ts';

/** Bytes of all a module says. It is read in one answer, and Lambda's are at most 6 MB with every quotation mark escaped. */
const mostBytes = 2_000_000;
/** Files in a module: each of them is a link of a kilobyte or two in that answer. */
const mostMediaInModule = 200;

const faultOf = (module: ModuleOutline): Said | undefined => {
  const steps = stepsOf(module);
  if (steps.length > mostSteps) return authoringSayings['too-many-steps'](mostSteps);
  if (steps.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
    return authoringSayings['module-too-large'](mostBytes / 1_000_000);
  if (new Set(mediaIdsOf(module)).size > mostMediaInModule)
    return authoringSayings['too-many-files'](mostMediaInModule);
  return undefined;
};

/** Throws `payload-too-large` where a module would be more than can be read at once. */
export const assertWithinModuleLimits = (module: ModuleOutline): void => {
  const said = faultOf(module);
  if (said) throw new Problem('payload-too-large', [{ pointer: '/body', ...said }]);
};
