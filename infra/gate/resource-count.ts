import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const resourceLimit = 500;

interface ResourceCount {
  readonly stack: string;
  readonly resources: number;
}

/** How full each stack is. */
export const countResources = ({ stacks }: Pick<CloudAssembly, 'stacks'>): ResourceCount[] =>
  stacks.map(({ id, template }) => ({ stack: id, resources: Object.keys(template.Resources).length }));
