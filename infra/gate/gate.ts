import { type App, CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Stage } from '../stages/stage.ts';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import { guardRuleNames, guardRules } from './guard-rules.ts';
import { AwsSolutions, type CountingPack, Nist80053 } from './packs.ts';
import { recordAcknowledgements } from './record-acknowledgements.ts';
import { type Finding, readReport } from './report.ts';

const schemas = 'CloudFormation’s schemas';

const unacknowledged = ({ reason }: Finding): boolean => reason === undefined;

const figures = (findings: readonly Finding[]): string => {
  const open = findings.filter(unacknowledged).length;
  return `${findings.length} findings, ${findings.length - open} acknowledged, ${open} unacknowledged`;
};

const summaryOf = (packs: readonly CountingPack[], findings: readonly Finding[]): string[] => {
  const packOf = ({ plugin, rule }: Finding): string =>
    guardRuleNames.includes(rule)
      ? 'Guard'
      : plugin === CloudFormationValidatePlugin.PLUGIN_NAME
        ? schemas
        : plugin;
  const by = Map.groupBy(findings, packOf);
  const counted = [
    ...packs.map(({ name, ran }) => [name, ran.size] as const),
    ['Guard', guardRuleNames.length] as const,
  ];
  const others = [...by.keys()].filter((pack) => !counted.some(([name]) => name === pack));
  return [
    ...counted.map(([name, rules]) => `  ${name}: ${rules} rules, ${figures(by.get(name) ?? [])}`),
    ...others.map((name) => `  ${name}: ${figures(by.get(name) ?? [])}`),
  ];
};

/** The packs of rules that every stage's templates must pass. */
export interface Gate {
  /** What was checked, in lines; throws where anything is found that nobody has acknowledged, warnings included. */
  pass(assembly: Pick<CloudAssembly, 'directory'>): string;
}

/**
 * Puts cdk-nag and our Guard rules between the constructs and the templates. cdk.json sets `failSynthOnValidationErrors`
 * to false, so that the gate says once and in one form what is wrong, to people and tests alike.
 */
export const addGate = (app: App, stage: Pick<Stage, 'name' | 'account'>): Gate => {
  const packs = [new AwsSolutions(app), new Nist80053(app)];
  Validations.of(app).addPlugins(...packs, guardRules);
  recordAcknowledgements(app, stage, acknowledgedFindings);
  return {
    pass: ({ directory }) => {
      const { findings, broken } = readReport(directory);
      const open = findings
        .filter(unacknowledged)
        .map(({ rule, at, message }) => `  ${rule} at ${at}: ${message}`);
      const summary = [`The gate, stage ${stage.name}:`, ...summaryOf(packs, findings)].join('\n');
      if (broken.length + open.length === 0) return summary;
      const next =
        'Mend the resource; only if it is right as it is, say why in infra/gate/acknowledgements/.';
      throw new Error([summary, ...broken, ...open, next].join('\n'));
    },
  };
};
