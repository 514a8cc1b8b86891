import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationPlugin,
  type ValidationRuleSource,
} from 'aws-cdk-lib';

const folder = join(import.meta.dirname, 'guard');

const sources: readonly ValidationRuleSource[] = readdirSync(folder)
  .filter((file) => file.endsWith('.guard'))
  .sort()
  .map((file) => ({ name: file, content: readFileSync(join(folder, file), 'utf8') }));

/** Names of all our Guard rules, which the report gives as they are. */
export const guardRuleNames: readonly string[] = sources.flatMap(({ content }) =>
  [...content.matchAll(/^rule (\w+)/gm)].map(([, name = '']) => name),
);

/**
 * Our rules, evaluated in this process with CloudFormation's own: https://docs.aws.amazon.com/cfn-guard/latest/ug/writing-rules.html
 * One for all apps of a process: starting the engine takes most of the time.
 */
export const guardRules = new CloudFormationValidatePlugin({
  guardRules: [...sources],
  // Its type says `version` may be undefined, which exactOptionalPropertyTypes tells from absent.
}) as IPolicyValidationPlugin;
