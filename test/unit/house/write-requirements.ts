import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './imports.ts';
import {
  readRequirements,
  requirementsFile,
  requirementsIn,
  testsByRequirement,
  withTests,
} from './requirements.ts';

const text = withTests(readRequirements(), testsByRequirement());
await writeFile(join(root, requirementsFile), text);
console.log(`${requirementsFile}: the tests of ${requirementsIn(text).length} rows are written.`);
console.log('Next: if a row’s state has changed, say so there, and commit it.');
