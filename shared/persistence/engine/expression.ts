import type { Change, Expectation } from './change.ts';

/** The parts of a DynamoDB write that carry its condition. Every attribute name is aliased: `state` and others are reserved. */
interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
  readonly ReturnValuesOnConditionCheckFailure: 'ALL_OLD';
}

interface Clause {
  readonly text: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

const versionClause = (version: number): Clause => ({
  text: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
});

const stateClause = (state: readonly string[]): Clause => ({
  text: `#state IN (${state.map((_, at) => `:state${at}`).join(', ')})`,
  names: { '#state': 'state' },
  values: Object.fromEntries(state.map((allowed, at) => [`:state${at}`, allowed])),
});

/** Instants are kept in one spelling (`…Z` with milliseconds), so that comparing text compares time. */
const inForceClause = (now: string): Clause => ({
  text: '#validFrom <= :now AND (attribute_not_exists(#validTo) OR #validTo > :now)',
  names: { '#validFrom': 'validFrom', '#validTo': 'validTo' },
  values: { ':now': now },
});

const minorClause = (minor: number): Clause => ({
  text: '#minor >= :minor',
  names: { '#minor': 'minor' },
  values: { ':minor': minor },
});

/** Turns an expectation into the condition that DynamoDB itself checks: never read-then-write. */
export const conditionOf = (expect: Expectation): Condition | Record<string, never> => {
  if ('anything' in expect) return {};
  if ('absent' in expect)
    return {
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
  const { version, state, inForceAt, minorAtLeast } = expect;
  const clauses: Clause[] = [
    { text: 'attribute_exists(#pk)', names: { '#pk': 'pk' }, values: {} },
    ...(version === undefined ? [] : [versionClause(version)]),
    ...(state ? [stateClause(state)] : []),
    ...(inForceAt === undefined ? [] : [inForceClause(inForceAt)]),
    ...(minorAtLeast === undefined ? [] : [minorClause(minorAtLeast)]),
  ];
  const values = Object.assign({}, ...clauses.map((clause) => clause.values)) as Record<string, unknown>;
  return {
    ConditionExpression: clauses.map(({ text }) => text).join(' AND '),
    ExpressionAttributeNames: Object.assign({}, ...clauses.map(({ names }) => names)) as Record<
      string,
      string
    >,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
};

/** An update: sets some attributes and adds to numbers, `version` among them, where its condition holds. */
export const updateOf = ({ item = {}, added = {}, expect }: Change, activityId: string) => {
  const set = Object.entries({ ...item, activityId });
  const add = Object.entries({ ...added, version: 1 });
  const condition = conditionOf(expect);
  return {
    ...condition,
    UpdateExpression: `SET ${set.map(([name]) => `#${name} = :set_${name}`).join(', ')} ADD ${add
      .map(([name]) => `#${name} :add_${name}`)
      .join(', ')}`,
    ExpressionAttributeNames: {
      ...condition.ExpressionAttributeNames,
      ...Object.fromEntries([...set, ...add].map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ...Object.fromEntries(set.map(([name, value]) => [`:set_${name}`, value])),
      ...Object.fromEntries(add.map(([name, value]) => [`:add_${name}`, value])),
    },
  };
};
