import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const violation = z.object({
  ruleName: z.string(),
  description: z.string(),
  violatingConstructs: z.array(z.object({ constructPath: z.string() })),
});

const written = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      metadata: z.record(z.string(), z.string()).optional(),
      violations: z.array(violation),
      suppressedViolations: z.array(violation.extend({ reason: z.string() })).optional(),
    }),
  ),
});

export interface Finding {
  readonly plugin: string;
  readonly rule: string;
  /** Path of the construct, without the resource that is its own. */
  readonly at: string;
  readonly message: string;
  /** Why it is right as it is, where that has been acknowledged. */
  readonly reason?: string;
}

interface Report {
  readonly findings: readonly Finding[];
  /** What could not be checked at all. */
  readonly broken: readonly string[];
}

type Violation = z.infer<typeof violation> & { readonly reason?: string };

const findingsOf = (plugin: string, { ruleName, description, violatingConstructs, ...rest }: Violation) =>
  violatingConstructs.map(
    ({ constructPath }): Finding => ({
      plugin,
      rule: ruleName,
      at: constructPath.replace(/\/Resource$/, ''),
      // The controls of NIST that a rule serves fill half a screen; cdk-nag's own list of rules has them.
      message: description.replace(/ - \(Control IDs?: .*$/, ''),
      ...(rest.reason === undefined ? {} : { reason: rest.reason }),
    }),
  );

/** What the CDK wrote about the validations of an assembly; warnings count as much as errors. */
export const readReport = (assemblyFolder: string): Report => {
  const text = readFileSync(join(assemblyFolder, 'validation-report.json'), 'utf8');
  const { pluginReports } = written.parse(JSON.parse(text));
  return {
    findings: pluginReports.flatMap(({ pluginName, violations, suppressedViolations = [] }) =>
      [...violations, ...suppressedViolations].flatMap((one) => findingsOf(pluginName, one)),
    ),
    // A plugin that throws has no violations, and would pass for clean.
    broken: pluginReports.flatMap(({ metadata }) => metadata?.['error'] ?? []),
  };
};
