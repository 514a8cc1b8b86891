import fc from 'fast-check';
import { afterAll } from 'vitest';
import { endFile } from './endings.ts';
import { runs } from './property-runs.ts';

// What a property is tried for that says nothing of it itself.
fc.configureGlobal({ numRuns: runs(250) });

afterAll(endFile);
