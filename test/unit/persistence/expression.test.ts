import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Expectation } from '../../../shared/persistence/engine/change.ts';
import { conditionOf, updateOf } from '../../../shared/persistence/engine/expression.ts';

const state = fc.array(fc.constantFrom('active', 'maintenance', 'ended'), { minLength: 1, maxLength: 3 });
const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({
    absent: fc.constant(true as const),
    otherwise: fc.constantFrom('already-exists' as const, 'version-mismatch' as const),
  }),
  fc.record({ version: fc.nat(), minorAtLeast: fc.nat(), state }, { requiredKeys: [] }),
);

/** Words of the expression, without DynamoDB's own. */
const operandsOf = (expression: string): string[] =>
  expression
    .split(/[\s(),>=]+/)
    .filter(
      (word) => word !== '' && !['attribute_exists', 'attribute_not_exists', 'AND', 'IN'].includes(word),
    );

describe('CARE-7 the condition of a write', () => {
  it('names no attribute and no value but by an alias it defines, and defines no other', () => {
    fc.assert(
      fc.property(expectation, (expected) => {
        const condition = conditionOf(expected);
        const values = condition.ExpressionAttributeValues ?? {};
        const defined = [...Object.keys(condition.ExpressionAttributeNames), ...Object.keys(values)];
        expect([...new Set(operandsOf(condition.ConditionExpression))].toSorted()).toEqual(
          defined.toSorted(),
        );
        for (const [alias, name] of Object.entries(condition.ExpressionAttributeNames))
          expect(alias).toBe(`#${name}`);
      }),
    );
  });

  it('asks for what stood in the way, so that the refusal can be explained', () => {
    fc.assert(
      fc.property(expectation, (expected) => {
        expect(conditionOf(expected).ReturnValuesOnConditionCheckFailure).toBe('ALL_OLD');
      }),
    );
  });

  it('gives no empty set of values, which DynamoDB refuses', () => {
    fc.assert(
      fc.property(expectation, (expected) => {
        const values = conditionOf(expected).ExpressionAttributeValues;
        expect(values === undefined || Object.keys(values).length > 0).toBe(true);
      }),
    );
  });

  it.each<[string, Expectation, string, Record<string, unknown> | undefined]>([
    ['absence', { absent: true, otherwise: 'already-exists' }, 'attribute_not_exists(#pk)', undefined],
    ['presence', {}, 'attribute_exists(#pk)', undefined],
    ['a version', { version: 3 }, 'attribute_exists(#pk) AND #version = :version', { ':version': 3 }],
    [
      'a number that is not reached',
      { below: { attribute: 'tries', than: 5, otherwise: 'illegal-state' } },
      'attribute_exists(#pk) AND (attribute_not_exists(#tries) OR #tries < :below)',
      { ':below': 5 },
    ],
    [
      'that nothing lies in a map under a name from outside',
      { without: { attribute: 'recalled', entry: '1.0', otherwise: 'version-recalled' } },
      'attribute_exists(#pk) AND attribute_not_exists(#recalled.#lacked)',
      undefined,
    ],
    [
      'that a list names one of two',
      { among: { attribute: 'offeredTo', anyOf: ['everyone', 'P'], otherwise: 'moment-not-offered' } },
      'attribute_exists(#pk) AND (contains(#offeredTo, :among0) OR contains(#offeredTo, :among1))',
      { ':among0': 'everyone', ':among1': 'P' },
    ],
    ['a minor', { minorAtLeast: 2 }, 'attribute_exists(#pk) AND #minor >= :minor', { ':minor': 2 }],
    ['version 0', { version: 0 }, 'attribute_exists(#pk) AND #version = :version', { ':version': 0 }],
    [
      'a version and states',
      { version: 3, state: ['active', 'maintenance'] },
      'attribute_exists(#pk) AND #version = :version AND #state IN (:state0, :state1)',
      { ':version': 3, ':state0': 'active', ':state1': 'maintenance' },
    ],
  ])('demands %s', (_, expected, expression, values) => {
    const { ConditionExpression, ExpressionAttributeValues } = conditionOf(expected);
    expect(ConditionExpression).toBe(expression);
    expect(ExpressionAttributeValues).toEqual(values);
  });
});

describe('AUT-7 an update', () => {
  const change = (more: Partial<Change>): Change => ({
    ...{ act: 'update', type: 'T', table: 'moments', key: { pk: 'p', sk: 's' }, expect: {} },
    ...more,
  });

  it('sets, adds and counts up the version in one expression, under the condition of its state', () => {
    const update = updateOf(
      change({ item: { state: 'draft', title: 'T' }, added: { revision: 1 }, expect: { state: ['draft'] } }),
      'a',
    );
    expect(update).toMatchObject({
      UpdateExpression:
        'SET #state = :set_state, #title = :set_title, #activityId = :set_activityId ADD #revision :add_revision, #version :add_version',
      ConditionExpression: 'attribute_exists(#pk) AND #state IN (:state0)',
      ExpressionAttributeValues: {
        ':state0': 'draft',
        ':set_state': 'draft',
        ':set_title': 'T',
        ':set_activityId': 'a',
        ':add_revision': 1,
        ':add_version': 1,
      },
    });
  });

  it('writes, counts and takes out entries of maps, whatever they are called', () => {
    const update = updateOf(
      change({
        inMaps: [
          { map: 'running', entry: 'a-1', act: 'set', value: 'x' },
          { map: 'runs', entry: 'b-2', act: 'count', by: -1 },
          { map: 'running', entry: 'c-3', act: 'remove' },
        ],
        expect: { fewer: { map: 'runs', entry: 'b-2', than: 1, otherwise: 'illegal-state' } },
      }),
      'a',
    );
    expect(update).toEqual({
      UpdateExpression:
        'SET #activityId = :set_activityId, #running.#entry0 = :entry0, #runs.#entry1 = if_not_exists(#runs.#entry1, :nought) + :entry1 ADD #version :add_version REMOVE #running.#entry2',
      ConditionExpression:
        'attribute_exists(#pk) AND (attribute_not_exists(#runs.#counted) OR #runs.#counted < :than)',
      ExpressionAttributeNames: {
        ...{ '#pk': 'pk', '#activityId': 'activityId', '#version': 'version', '#running': 'running' },
        ...{ '#runs': 'runs', '#counted': 'b-2', '#entry0': 'a-1', '#entry1': 'b-2', '#entry2': 'c-3' },
      },
      ExpressionAttributeValues: {
        ...{ ':than': 1, ':set_activityId': 'a', ':add_version': 1 },
        ...{ ':entry0': 'x', ':entry1': -1, ':nought': 0 },
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it('names what made it, and the next version, where it says nothing else', () => {
    const { UpdateExpression } = updateOf(change({ expect: { anything: true } }), 'a');
    expect(UpdateExpression).toBe('SET #activityId = :set_activityId ADD #version :add_version');
  });
});
