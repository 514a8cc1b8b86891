import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Route } from '../../functions/routes.ts';
import { type RoutesAndTriggers, routesAndTriggers } from '../rights/routes-and-triggers.ts';

/** Where a function's code is found, and what it is for. */
export interface FunctionSource {
  /** Under functions/: the context, or its room. */
  readonly folder: string;
  readonly name: string;
  readonly summary: string;
}

/** Gives a function its code; tests that look at templates give one that bundles nothing. */
export type CodeOf = (source: FunctionSource) => Code;

/** `submitForm` is `submit-form` in file names and in AWS. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** And `SubmitForm` among constructs. */
export const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

export const entryOf = ({ folder, name }: Pick<FunctionSource, 'folder' | 'name'>): string =>
  `functions/${folder}/${kebab(name)}.ts`;

/**
 * What a function is called in AWS, and its role where a policy elsewhere must know it. Fixed, so that another stack can name
 * it without a reference: an export could not be removed while the other stack uses it. An account has one stage.
 */
export const nameInAws = (name: string): string => `stod-och-behandling-${kebab(name)}`;

export const routeSource = ({ folder, contract }: Route): FunctionSource => ({
  folder,
  name: contract.operationId,
  summary: contract.summary,
});

export const triggerSource = ({
  context: folder,
  name,
  summary,
}: RoutesAndTriggers['triggers'][number]): FunctionSource => ({ folder, name, summary });

/** Every function there is: one a contract and one a trigger. */
export const functionSources: readonly FunctionSource[] = [
  ...routesAndTriggers.routes.map(routeSource),
  ...routesAndTriggers.triggers.map(triggerSource),
];
