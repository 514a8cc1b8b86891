import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { acknowledgedFindings } from '../../../infra/gate/acknowledged-findings.ts';
import { addGate } from '../../../infra/gate/gate.ts';
import { guardRuleNames } from '../../../infra/gate/guard-rules.ts';
import { readReport } from '../../../infra/gate/report.ts';
import { routesAndTriggers } from '../../../infra/rights/routes-and-triggers.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem, pascal, stage } from '../synthesised.ts';
import { accessBreaks } from './breaks/access.ts';
import { computeBreaks } from './breaks/compute.ts';
import { make, propertyBreaks } from './breaks/properties.ts';
import { storageBreaks } from './breaks/storage.ts';
import { surroundingBreaks } from './breaks/surroundings.ts';
import { expectPassing, gated } from './gated.ts';

const guardBreaks = [...accessBreaks, ...computeBreaks, ...storageBreaks, ...surroundingBreaks];

/** The only stage with a domain of its own. */
const wholly = 'prod';

const brokenFunctions = new Set([...guardBreaks, ...propertyBreaks].map(({ at }) => at.split('/')[1]));
/** One route a context, and those that breaks are made in: what a stage says of functions it says of all alike. */
const few = {
  ...routesAndTriggers,
  routes: routes.filter(
    ({ context, contract }, at) =>
      routes.findIndex((other) => other.context === context) === at ||
      brokenFunctions.has(pascal(contract.operationId)),
  ),
};

// In one file, and one stage whole, for starting the engine and checking all functions take most of the time; every stage
// whole is in the endurance run.
const passing = Object.keys(stageSettings).map((name) => gated(name, name === wholly ? undefined : few));

const findings = passing.flatMap(({ of, findings: found }) =>
  found.map(({ rule, ...rest }) => ({
    ...rest,
    rule: rule
      .replaceAll(of.account, '{account}')
      .replaceAll(`stod-och-behandling-${of.name}-`, 'stod-och-behandling-{stage}-'),
  })),
);
const foundBy = (rule: string, at: RegExp) =>
  findings.filter((finding) => finding.rule === rule && at.test(finding.at));

describe.each(passing)('stage $name', (one) => {
  test('passes with nothing unacknowledged, warnings included', () => expectPassing(one));

  test('every pack ran', () => {
    const { gate, assembly } = one;
    const [, ...lines] = gate.pass(assembly).split('\n');
    const rules = lines.map((line) => /^ {2}([\w.]+): (\d+) rules/.exec(line)?.slice(1));
    expect(rules.slice(0, 3)).toEqual([
      ['AwsSolutions', '131'],
      ['NIST.800.53.R5', '85'],
      ['Guard', String(guardRuleNames.length)],
    ]);
  });
});

describe('an acknowledgement', () => {
  const rows = acknowledgedFindings.flatMap(({ rules, ...row }) => rules.map((rule) => ({ rule, ...row })));

  test.each(rows)('of $rule at $at says why, in words', ({ rule, reason }) => {
    const words = reason.split(/\s+/);
    expect(words.length).toBeGreaterThan(20);
    expect(reason, 'ends as a sentence does').toMatch(/\.$/);
    expect(reason.toLowerCase()).not.toContain(`${rule.toLowerCase()} `);
    expect(reason).not.toMatch(/not needed|not required|false positive|accepted risk|by design|todo|later/i);
  });

  test.each(rows)('of $rule at $at holds for nothing that lacks the finding', ({ rule, at }) => {
    const named = new Set(passing.flatMap(({ paths }) => paths.filter((path) => at.test(path))));
    const broken = new Set(foundBy(rule, at).map((finding) => finding.at));
    expect(broken.size).toBeGreaterThan(0);
    expect([...named].filter((path) => !broken.has(path))).toEqual([]);
  });

  test('is made once for each rule and place', () => {
    for (const { rule, at } of findings.filter(({ reason }) => reason !== undefined)) {
      const holding = rows.filter((row) => row.rule === rule && row.at.test(at));
      expect(holding.length, `${rule} at ${at}`).toBeLessThanOrEqual(1);
    }
  });

  test('never holds for a whole stack or everything in it', () => {
    for (const { at } of acknowledgedFindings) {
      expect(at.source).toMatch(/^\^.*\$$/);
      expect(at.source).not.toContain('.*');
      for (const { assembly } of passing)
        for (const { id } of assembly.stacks) expect(at.test(id)).toBe(false);
    }
  });
});

describe('what could not be checked does not pass', () => {
  const written = (report: object) => {
    const directory = mkdtempSync(join(tmpdir(), 'gate-'));
    writeFileSync(join(directory, 'validation-report.json'), JSON.stringify(report));
    return { directory };
  };
  const gate = addGate(new App(), stage);

  test('when the engine broke down', () => {
    const error = 'Validation plugin failed: unreachable code';
    const broken = { pluginName: 'CloudFormation Validate', metadata: { error }, violations: [] };
    expect(() => gate.pass(written({ pluginReports: [broken] }))).toThrow(error);
  });

  test('when nothing says what was found', () => {
    expect(() => gate.pass(written({}))).toThrow(/pluginReports/);
    expect(() => gate.pass({ directory: '/nonexistent' })).toThrow(/ENOENT/);
  });
});

describe('each deliberate break is caught by the rule that is there for it', () => {
  const of = readStage(wholly, stageSettings);
  const { app } = newSystem(of, few);
  const gate = addGate(app, of);
  for (const one of guardBreaks) make(app, one);
  for (const one of propertyBreaks) one.make(app);
  const assembly = app.synth();
  const caught = readReport(assembly.directory).findings.filter(({ reason }) => reason === undefined);

  test.each([...guardBreaks, ...propertyBreaks])('$what: $caughtBy at $at', ({ caughtBy, at }) => {
    expect(caught.filter(({ rule, at: place }) => rule === caughtBy && place === at)).not.toEqual([]);
  });

  test('each Guard rule catches something', () => {
    const broken = new Set(guardBreaks.map(({ caughtBy }) => caughtBy));
    expect(guardRuleNames.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  test('and then nothing is synthesised', () => {
    expect(() => gate.pass(assembly)).toThrow(/TableHasOneReplicaInStockholm at Data\/Moments: .*SEC-1/);
  });
});
