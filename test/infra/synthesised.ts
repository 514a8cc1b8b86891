import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type RoutesAndTriggers, routesAndTriggers } from '../../infra/rights/routes-and-triggers.ts';
import { synthesiseInRegion } from '../../infra/stages/region.ts';
import { readStage, type Stage } from '../../infra/stages/stage.ts';
import { stageSettings } from '../../infra/stages/stage-settings.ts';
import { createSystem } from '../../infra/system.ts';

type Json = Record<string, unknown>;

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  /** Path of the construct that made it, such as `Data/AuditLog`. */
  readonly path: string;
  readonly type: string;
  readonly properties: Json;
  readonly whole: Json;
}

export const stage = readStage('test', stageSettings);

/** As `cdk synth` makes it, with the same flags, less the bundling and the CDK's own checks, which take most of the time. */
export const newSystem = (of: Stage = stage, from: RoutesAndTriggers = routesAndTriggers) => {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Json };
  const app = new App({
    context: { ...context, 'aws:cdk:enable-path-metadata': true },
    builtinCloudFormationValidation: false,
    stackTraces: false,
  });
  return { app, ...createSystem(app, of, () => Code.fromInline('unbundled'), from) };
};

const { app } = newSystem();
export const { stacks } = synthesiseInRegion(app);

const pathOf = ({ Metadata }: Json): string =>
  String((Metadata as Json | undefined)?.['aws:cdk:path']).replace(/\/Resource$/, '');

/** Every resource of every stack. */
export const resources: readonly Resource[] = stacks.flatMap(({ id, template }) =>
  Object.entries(template.Resources as Record<string, Json>).map(([logicalId, whole]) => ({
    stack: id,
    logicalId,
    path: pathOf(whole),
    type: String(whole['Type']),
    properties: (whole['Properties'] ?? {}) as Json,
    whole,
  })),
);

export const ofType = (type: string): Resource[] => resources.filter((one) => one.type === type);

export const only = <T>(found: readonly T[]): T => {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} found where one should be`);
  return one;
};

const stackNamed = (stackName: string) => stacks.find((one) => one.stackName === stackName);

/** The value that a stack gives the others under that name. */
const outputOf = (stackName: string, outputName: string): { stack: string; value: unknown } => {
  const { id, template } = stackNamed(stackName) ?? {};
  const outputs = (template?.Outputs ?? {}) as Record<string, { Value: unknown }>;
  const output = outputs[outputName];
  if (id === undefined || !output) throw new Error(`${stackName} has no output ${outputName}`);
  return { stack: id, value: output.Value };
};

const attribute = (stack: string, logicalId: string): string => {
  const found = resources.find((one) => one.stack === stack && one.logicalId === logicalId);
  return found ? found.path : logicalId;
};

/** A value of a template as text, with references across stacks followed: `Data/AuditLog.Arn/index/byUnit`. */
export const text = (stack: string, value: unknown): string => {
  if (value === null || typeof value !== 'object') return String(value);
  const [[kind, of] = []] = Object.entries(value);
  if (kind === 'Ref') return attribute(stack, of);
  if (kind === 'Fn::GetAtt') return `${attribute(stack, of[0])}.${of[1]}`;
  if (kind === 'Fn::Join') return of[1].map((part: unknown) => text(stack, part)).join(of[0]);
  if (kind !== 'Fn::GetStackOutput') throw new Error(`Cannot read ${JSON.stringify(value)}`);
  const given = outputOf(of.StackName, of.OutputName);
  return text(given.stack, given.value);
};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What a role's own policy allows, one line an action and resource. */
export const permissions = ({ stack, properties }: Resource): string[] => {
  const policies = (properties['Policies'] ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Effect, Action, Resource: on, Condition }) =>
      list(Action).flatMap((action) =>
        list(on).map((resource) =>
          [Effect, action, text(stack, resource), ...(Condition ? [JSON.stringify(Condition)] : [])].join(
            ' ',
          ),
        ),
      ),
    )
    .sort();
};

/** As the construct of an operation or table is called. */
export const pascal = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
