import { type App, Aspects, CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Stage } from '../stages/stage.ts';
import type { Acknowledgement } from './acknowledgements/acknowledgement.ts';

const packs = ['AwsSolutions', 'NIST.800.53.R5'];

/**
 * With its pack's name in front the CDK itself takes the finding out and writes the reason into validation-report.json;
 * without, cdk-nag hides the finding and nothing shows that it was there.
 */
const qualified = (rule: string): string =>
  `${packs.find((pack) => rule.startsWith(`${pack}-`)) ?? 'CloudFormation-Validate'}::${rule}`;

/** The path as people say it: without the resource that is the construct's own. */
const pathOf = ({ node }: IConstruct): string => node.path.replace(/\/Resource$/, '');

/** Records each acknowledgement on the very resources it names, those that are made during synthesis included. */
export const recordAcknowledgements = (
  app: App,
  stage: Pick<Stage, 'name' | 'account'>,
  rows: readonly Acknowledgement[],
): void => {
  const filled = (rule: string) =>
    rule.replaceAll('{account}', stage.account).replaceAll('{stage}', stage.name);
  const visit = (construct: IConstruct): void => {
    if (!CfnResource.isCfnResource(construct)) return;
    const path = pathOf(construct);
    for (const { rules, at, reason } of rows) {
      if (!at.test(path)) continue;
      const ids = rules.map((rule) => qualified(filled(rule)));
      Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
    }
  };
  Aspects.of(app).add({ visit });
};
