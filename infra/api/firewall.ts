import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { LogSettings } from '../data/keys.ts';
import type { Stage } from '../stages/stage.ts';
import { firewallAnswers, limits } from './firewall-limits.ts';

interface FirewallProps {
  readonly stage: Stage;
  /** ARN of the API's stage it stands in front of. */
  readonly protects: string;
  readonly logs: LogSettings;
}

/** Samples hold whole headers, tokens among them. */
const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** What never reaches a log or a sample: https://docs.aws.amazon.com/waf/latest/developerguide/waf-data-protection.html */
const hidden: CfnWebACL.DataProtectProperty[] = [
  {
    // Whom a resident acts for is a personal identity number.
    field: { fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization', 'cookie', 'acting-for'] },
    action: 'SUBSTITUTION',
  },
  { field: { fieldType: 'QUERY_STRING' }, action: 'SUBSTITUTION' },
  { field: { fieldType: 'BODY' }, action: 'SUBSTITUTION' },
];

/** AWS's own rule groups; `counted` names rules of theirs that would stop what is right here. */
const managed: readonly { readonly name: string; readonly counted: readonly string[] }[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', counted: [] },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    counted: [
      // A long form is over the rule's 8 KB; each contract has its own limit, which the pipeline keeps.
      'SizeRestrictions_BODY',
      // What people write in care may look like script or a path: nothing of ours runs or opens it. Counted first; see the runbook.
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
    ],
  },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', counted: [] },
];

const managedRule = (
  { name, counted }: (typeof managed)[number],
  priority: number,
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seenAs(name),
});

/** The firewall in front of the API (SEC-3). */
export class Firewall extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string, { stage, protects, logs }: FirewallProps) {
    super(scope, id);
    const { name: stageName } = stage;
    const first = limits(this, stage);
    this.acl = new CfnWebACL(this, 'Acl', {
      name: `stod-och-behandling-${stageName}`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      // First, so that a flood costs the fewest rules.
      rules: [...first, ...managed.map((group, at) => managedRule(group, at + first.length))],
      customResponseBodies: firewallAnswers,
      // 16 KB unless raised: a form's answers would pass unread behind that.
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      dataProtectionConfig: { dataProtections: hidden },
      visibilityConfig: seenAs(`stod-och-behandling-${stageName}`),
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: protects, webAclArn: this.acl.attrArn });
    this.logBlocked(stageName, logs);
  }

  /** Only what was stopped, without path, query, token or cookies. https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
  private logBlocked(stageName: string, logs: LogSettings): void {
    const logGroup = new LogGroup(this, 'Log', {
      ...logs,
      // WAF takes only names that begin so; left behind by a first deployment that fails, it would stop the next.
      logGroupName: `aws-waf-logs-stod-och-behandling-${stageName}`,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.acl.attrArn,
      logDestinationConfigs: [logGroup.logGroupArn],
      redactedFields: [{ uriPath: {} }],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
    });
  }
}
