import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** Stockholm, the only Region there is (SEC-1). */
export const region = 'eu-north-1';

/** Its three availability zones (SEC-2). */
export const zones = ['eu-north-1a', 'eu-north-1b', 'eu-north-1c'] as const;

/** The form of any Region's name but ours: us-east-1, ap-southeast-2, us-gov-west-1. */
const foreign = /\b(?!eu-north-1\b)[a-z]{2,4}(?:-[a-z]+)?-(?:north|south|east|west|central)+-\d\b/;

/** Throws where the environment or the context asks for another Region, rather than quietly ignoring the wish (SEC-1). */
export const refuseOtherRegions = (wishes: Readonly<Record<string, string | undefined>>): void => {
  const others = Object.entries(wishes).filter(([, wish]) => wish !== undefined && wish !== region);
  if (others.length === 0) return;
  const named = others.map(([source, wish]) => `${source} is ${wish}`).join(', ');
  throw new Error(`${named}; everything stays in Sweden (SEC-1): run with AWS_REGION=${region}`);
};

const assertAllInRegion = ({ stacks }: CloudAssembly): void => {
  for (const { stackName, environment, template } of stacks) {
    if (environment.region !== region)
      throw new Error(`${stackName} lies in ${environment.region}, not ${region} (SEC-1)`);
    for (const [logicalId, resource] of Object.entries<object>(template.Resources)) {
      const named = foreign.exec(JSON.stringify(resource))?.[0];
      if (named)
        throw new Error(`${logicalId} in ${stackName} names ${named}: nothing leaves ${region} (SEC-1)`);
    }
  }
};

/** Throws where a stack lies in another Region, or a resource names one as a replica would (SEC-1). */
export const synthesiseInRegion = (app: App): CloudAssembly => {
  const assembly = app.synth();
  assertAllInRegion(assembly);
  return assembly;
};
