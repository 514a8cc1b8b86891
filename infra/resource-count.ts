import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Route } from '../functions/routes.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const resourceLimit = 500;
/** About as many use cases as the finished system has. */
export const expectedRoutes = 95;

export interface ResourceCount {
  readonly stack: string;
  readonly today: number;
  /** With `expectedRoutes` use cases, each taking what one takes today. */
  readonly projected: number;
}

/** How full each stack is, now and when the system is whole. */
export const countResources = (
  { stacks }: Pick<CloudAssembly, 'stacks'>,
  routes: readonly Route[],
): ResourceCount[] => {
  const operations = routes.map(({ contract }) => contract.operationId.toLowerCase());
  // Logical ids hold their construct's name: `SubmitFormRole…` is there for `submitForm`.
  const isForOneRoute = (logicalId: string): boolean =>
    operations.some((operation) => logicalId.toLowerCase().includes(operation));
  return stacks.map(({ id, template }) => {
    const logicalIds = Object.keys(template.Resources);
    const growing = logicalIds.filter(isForOneRoute).length;
    const projected = logicalIds.length - growing + Math.ceil((growing / routes.length) * expectedRoutes);
    return { stack: id, today: logicalIds.length, projected };
  });
};
