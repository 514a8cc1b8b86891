import type { Code } from 'aws-cdk-lib/aws-lambda';
import { routes } from '../functions/routes.ts';
import { triggers } from '../functions/triggers.ts';

/** Where a function's code is found, and what it is for. */
export interface FunctionSource {
  readonly context: string;
  readonly name: string;
  readonly summary: string;
}

/** Gives a function its code; tests that look at templates give one that bundles nothing. */
export type CodeOf = (source: FunctionSource) => Code;

/** `submitForm` in the template is `submit-form.ts` in its context's folder. */
export const entryOf = ({ context, name }: Pick<FunctionSource, 'context' | 'name'>): string =>
  `functions/${context}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

export const routeSource = ({ context, contract }: (typeof routes)[number]): FunctionSource => ({
  context,
  name: contract.operationId,
  summary: contract.summary,
});

/** Every function there is: one a contract and one a trigger. */
export const functionSources: readonly FunctionSource[] = [...routes.map(routeSource), ...triggers];
