import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { region } from '../stages/region.ts';

const templates = readdirSync('cdk.out', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.template.json'))
  .map((file) => join('cdk.out', file));

// W3005: the CDK writes out dependencies that references imply, and leaves the rule out of its own validation too.
// W3010: acknowledged at the gate, which knows for what; cfn-lint would need it written into the template.
const settings = ['--regions', region, '--ignore-checks', 'W3005', 'W3010'];
const { status, error } = spawnSync('cfn-lint', [...settings, '--', ...templates], { stdio: 'inherit' });

if (error && 'code' in error && error.code === 'ENOENT') {
  console.error(
    'cfn-lint is not on the PATH: the templates were not linted with it (pipx install cfn-lint).',
  );
} else if (error) {
  throw error;
} else {
  console.error(
    `cfn-lint, ${templates.length} templates: ${status === 0 ? 'nothing found' : `exit code ${status}`}`,
  );
  process.exitCode = status ?? 1;
}
