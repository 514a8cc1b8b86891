import { Problem } from '../problem.ts';
import { type ModuleOutline, mediaIdsOf, mostSteps, stepsOf } from './module-outline.ts';

/** Bytes of all a module says. It is read in one answer, and Lambda's are at most 6 MB with every quotation mark escaped. */
const mostBytes = 2_000_000;
/** Files in a module: each of them is a link of a kilobyte or two in that answer. */
const mostMediaInModule = 200;

const faultOf = (module: ModuleOutline): string | undefined => {
  const steps = stepsOf(module);
  if (steps.length > mostSteps) return `A module has at most ${mostSteps} steps: put some in another`;
  if (steps.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
    return `All a module says is at most ${mostBytes / 1_000_000} MB: put some of its steps in another`;
  if (new Set(mediaIdsOf(module)).size > mostMediaInModule)
    return `A module shows at most ${mostMediaInModule} files: put some of its steps in another`;
  return undefined;
};

/** Throws `payload-too-large` where a module would be more than can be read at once. */
export const assertWithinModuleLimits = (module: ModuleOutline): void => {
  const detail = faultOf(module);
  if (detail !== undefined) throw new Problem('payload-too-large', [{ pointer: '/body', detail }]);
};
