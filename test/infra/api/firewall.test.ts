import { describe, expect, test } from 'vitest';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { newSystem, ofType, only, stage, text } from '../synthesised.ts';

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

  const [byLogin, byAddress, ...groups] = rules.toSorted((one, other) => one.Priority - other.Priority);

  test('it shuts out a login that asks too often, whatever address it comes from', () => {
    expect(byLogin?.Statement.RateBasedStatement).toEqual({
      Limit: stage.throttling.requestsPerToken,
      EvaluationWindowSec: 300,
      AggregateKeyType: 'CUSTOM_KEYS',
      CustomKeys: [
        { Header: { Name: 'authorization', TextTransformations: [{ Priority: 0, Type: 'NONE' }] } },
      ],
    });
  });

  const preflight = { ByteMatchStatement: expect.objectContaining({ SearchString: 'OPTIONS' }) };

  test('and an address, where preflights do not count', () => {
    expect(byAddress?.Statement.RateBasedStatement).toEqual({
      Limit: stage.throttling.requestsPerAddress,
      EvaluationWindowSec: 300,
      AggregateKeyType: 'IP',
      ScopeDownStatement: { NotStatement: { Statement: preflight } },
    });
  });

  test('a hospital behind one address does not shut itself out', () => {
    const { app } = newSystem({
      ...stage,
      throttling: { ...stage.throttling, knownNetworks: ['192.0.2.0/24'] },
    });
    const { template } = only(synthesiseInRegion(app).stacks.filter(({ id }) => id === 'Api'));
    const resources = Object.values(
      template.Resources as Record<string, { Type: string; Properties: object }>,
    );
    const properties = (type: string) => only(resources.filter(({ Type }) => Type === type)).Properties;
    expect(properties('AWS::WAFv2::IPSet')).toMatchObject({ Scope: 'REGIONAL', Addresses: ['192.0.2.0/24'] });
    const [, address] = (properties('AWS::WAFv2::WebACL') as { Rules: Rule[] }).Rules;
    const known = { IPSetReferenceStatement: { Arn: expect.anything() } };
    expect(address?.Statement.RateBasedStatement).toMatchObject({
      ScopeDownStatement: {
        AndStatement: {
          Statements: [preflight, known].map((Statement) => ({ NotStatement: { Statement } })),
        },
      },
    });
  });

  test.each([byLogin, byAddress])('$Name says so to a browser’s page, in a problem', (rule) => {
    const {
      Block: { CustomResponse },
    } = (rule?.Action ?? {}) as { Block: { CustomResponse: Record<string, unknown> } };
    expect(CustomResponse['ResponseCode']).toBe(429);
    expect(CustomResponse['ResponseHeaders']).toEqual(
      expect.arrayContaining([
        { Name: 'Access-Control-Allow-Origin', Value: '*' },
        { Name: 'Retry-After', Value: '300' },
      ]),
    );
    const bodies = acl.properties['CustomResponseBodies'] as Record<string, { Content: string }>;
    const { Content = '' } = bodies[String(CustomResponse['CustomResponseBodyKey'])] ?? {};
    expect(JSON.parse(Content)).toMatchObject({ title: 'Too many requests', status: 429 });
  });

  test('then it asks AWS’s rules, of which those only count that take words of care for an attack', () => {
    const counting = [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
    ];
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
        counting.map((Name) => ({ Name, ActionToUse: { Count: {} } })),
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
