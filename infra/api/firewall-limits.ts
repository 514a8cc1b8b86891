import { CfnIPSet, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

type Statement = CfnWebACL.StatementProperty;

const windowSeconds = 300;

/** Under this key the firewall's answer to who asks too often. */
const tooMany = 'tooMany';

/** A problem, as all refusals are; the firewall knows nothing of languages or correlation ids. */
export const firewallAnswers: Record<string, CfnWebACL.CustomResponseBodyProperty> = {
  [tooMany]: {
    contentType: 'APPLICATION_JSON',
    content: JSON.stringify({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: 'Ask less often, and again in five minutes.',
    }),
  },
};

/** Any origin may read it, as what the gateway refuses: it holds nothing, and a page must see why it is refused. */
const refused: CfnWebACL.RuleActionProperty = {
  block: {
    customResponse: {
      responseCode: 429,
      customResponseBodyKey: tooMany,
      responseHeaders: [
        { name: 'Access-Control-Allow-Origin', value: '*' },
        { name: 'Cache-Control', value: 'no-store' },
        { name: 'Retry-After', value: String(windowSeconds) },
      ],
    },
  },
};

const asItIs = [{ priority: 0, type: 'NONE' }];

/** A browser's question whether it may ask: it does nothing, and comes before each new kind of request. */
const isPreflight: Statement = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'OPTIONS',
    textTransformations: asItIs,
  },
};

const not = (statement: Statement): Statement => ({ notStatement: { statement } });

const rule = (name: string, priority: number, rateBasedStatement: CfnWebACL.RateBasedStatementProperty) => ({
  ...{ name, priority, action: refused, statement: { rateBasedStatement } },
  visibilityConfig: { metricName: name, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false },
});

const knownNetworks = (scope: Construct, networks: readonly string[]): Statement[] => {
  if (networks.length === 0) return [];
  const { attrArn } = new CfnIPSet(scope, 'KnownNetworks', {
    description: 'Networks behind whose one address many people sit',
    scope: 'REGIONAL',
    ipAddressVersion: 'IPV4',
    addresses: [...networks],
  });
  return [not({ ipSetReferenceStatement: { arn: attrArn } })];
};

/**
 * Who may ask how often: each login by its token, and each address, but for the regions' own networks, where a hospital sits behind
 * one address. https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-aggregation-options.html
 */
export const limits = (
  scope: Construct,
  { throttling }: Pick<Stage, 'throttling'>,
): CfnWebACL.RuleProperty[] => {
  const unlimited = knownNetworks(scope, throttling.knownNetworks);
  const counted = [not(isPreflight), ...unlimited];
  const [only] = counted;
  return [
    rule('TooManyOfOneLogin', 0, {
      limit: throttling.requestsPerToken,
      evaluationWindowSec: windowSeconds,
      aggregateKeyType: 'CUSTOM_KEYS',
      customKeys: [{ header: { name: 'authorization', textTransformations: asItIs } }],
    }),
    rule('TooManyFromOneAddress', 1, {
      limit: throttling.requestsPerAddress,
      evaluationWindowSec: windowSeconds,
      aggregateKeyType: 'IP',
      ...(counted.length > 1
        ? { scopeDownStatement: { andStatement: { statements: counted } } }
        : only && { scopeDownStatement: only }),
    }),
  ];
};
