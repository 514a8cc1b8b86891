import { describe, expect, test } from 'vitest';
import { ofType, only, stage, text } from '../synthesised.ts';

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly OverrideAction?: unknown;
  readonly Action?: unknown;
  readonly VisibilityConfig: Record<string, unknown>;
  readonly Statement: {
    readonly ManagedRuleGroupStatement?: {
      readonly VendorName: string;
      readonly RuleActionOverrides: unknown[];
    };
    readonly RateBasedStatement?: unknown;
  };
}

const acl = only(ofType('AWS::WAFv2::WebACL'));
const rules = acl.properties['Rules'] as Rule[];

describe('SEC-3 a firewall stands in front of the API', () => {
  test('it is in front of the deployed stage, in the Region', () => {
    const { ResourceArn, WebACLArn } = only(ofType('AWS::WAFv2::WebACLAssociation')).properties;
    expect(text('Api', ResourceArn)).toMatch(
      /^arn:aws:apigateway:eu-north-1::\/restapis\/Api\/Gateway\/Api\/stages\/Api\/Gateway\/Api\/DeploymentStage\.test$/,
    );
    expect(text('Api', WebACLArn)).toBe('Api/Firewall/Acl.Arn');
    expect(acl.properties).toMatchObject({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
  });

  test('it shuts out who asks too often, then asks AWS’s rules, of which only one is counted', () => {
    const [rate, ...groups] = rules.toSorted((one, other) => one.Priority - other.Priority);
    expect(rate).toMatchObject({
      Action: { Block: {} },
      Statement: {
        RateBasedStatement: {
          Limit: stage.throttling.requestsPerAddress,
          AggregateKeyType: 'IP',
          EvaluationWindowSec: 300,
        },
      },
    });
    const overrides = groups.map(({ Name, OverrideAction, Statement }) => [
      Name,
      OverrideAction,
      Statement.ManagedRuleGroupStatement?.RuleActionOverrides,
    ]);
    expect(overrides).toEqual([
      ['AWSManagedRulesAmazonIpReputationList', { None: {} }, []],
      [
        'AWSManagedRulesCommonRuleSet',
        { None: {} },
        [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
      ],
      ['AWSManagedRulesKnownBadInputsRuleSet', { None: {} }, []],
    ]);
  });

  test('it reads as much of a body as it can', () => {
    expect(acl.properties['AssociationConfig']).toEqual({
      RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: 'KB_64' } },
    });
  });

  test('it keeps no samples, which hold tokens', () => {
    const all = [acl.properties['VisibilityConfig'], ...rules.map((rule) => rule.VisibilityConfig)];
    for (const seen of all)
      expect(seen).toMatchObject({ SampledRequestsEnabled: false, CloudWatchMetricsEnabled: true });
  });
});

describe('the firewall’s log', () => {
  const { LogDestinationConfigs, LoggingFilter, RedactedFields, ResourceArn } = only(
    ofType('AWS::WAFv2::LoggingConfiguration'),
  ).properties;

  test('has only what was stopped', () => {
    expect(text('Api', ResourceArn)).toBe('Api/Firewall/Acl.Arn');
    expect(LoggingFilter).toEqual({
      DefaultBehavior: 'DROP',
      Filters: [
        {
          Behavior: 'KEEP',
          Requirement: 'MEETS_ANY',
          Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
        },
      ],
    });
  });

  test('has neither path, query, body, token, cookies nor whom somebody acts for', () => {
    expect(RedactedFields).toEqual([{ UriPath: {} }]);
    const { DataProtections } = acl.properties['DataProtectionConfig'] as { DataProtections: unknown };
    expect(DataProtections).toEqual([
      {
        Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie', 'acting-for'] },
        Action: 'SUBSTITUTION',
      },
      { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'BODY' }, Action: 'SUBSTITUTION' },
    ]);
  });

  test('is encrypted, kept as the stage says, and named as the firewall demands', () => {
    const log = only(ofType('AWS::Logs::LogGroup').filter(({ path }) => path === 'Api/Firewall/Log'));
    expect(text('Api', only(LogDestinationConfigs as unknown[]))).toBe('Api/Firewall/Log.Arn');
    expect(log.properties).toMatchObject({
      LogGroupName: expect.stringMatching(/^aws-waf-logs-/),
      RetentionInDays: stage.logRetentionDays,
    });
    expect(text('Api', log.properties['KmsKeyId'])).toBe('Data/LogKey.Arn');
  });
});
