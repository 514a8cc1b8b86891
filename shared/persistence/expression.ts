import type { Expectation } from './change.ts';

/** The parts of a DynamoDB write that carry its condition. Every attribute name is aliased: `state` and others are reserved. */
export interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
  readonly ReturnValuesOnConditionCheckFailure: 'ALL_OLD';
}

const explain = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

/** Turns an expectation into the condition that DynamoDB itself checks: never read-then-write. */
export const conditionOf = (expect: Expectation): Condition => {
  if ('absent' in expect)
    return {
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ...explain,
    };
  const { version, state } = expect;
  const clauses = ['attribute_exists(#pk)'];
  const names: Record<string, string> = { '#pk': 'pk' };
  const values: Record<string, unknown> = {};
  if (version !== undefined) {
    clauses.push('#version = :version');
    names['#version'] = 'version';
    values[':version'] = version;
  }
  if (state) {
    clauses.push(`#state IN (${state.map((_, at) => `:state${at}`).join(', ')})`);
    names['#state'] = 'state';
    state.forEach((allowed, at) => {
      values[`:state${at}`] = allowed;
    });
  }
  return {
    ConditionExpression: clauses.join(' AND '),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ...explain,
  };
};
