import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConflict, obstacleAt, problemOf } from '../../../shared/persistence/engine/cancellation.ts';
import {
  amend,
  create,
  demand,
  demandUnread,
  keep,
  recreate,
  remove,
  replace,
  replaceOrCreate,
} from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit } from './unit-examples.ts';

const unit = aUnit();
const read = { value: unit, version: 7 };
const changes = {
  create: create(entities.unit, unit),
  save: replaceOrCreate(entities.unit, undefined, unit),
  replace: replace(entities.unit, read, unit),
  remove: remove(entities.unit, read),
  demand: demand(entities.unit, unit, ['active']),
  recreate: recreate(entities.unit, unit, 7),
  amend: amend(entities.unit, unit, { state: ['active'], otherwise: 'unit-inactive' }),
  without: amend(entities.unit, unit, {
    ...{ state: ['active'], without: { attribute: 'information', otherwise: 'resident-has-opened' } },
  }),
  below: amend(entities.unit, unit, {
    ...{ state: ['active'], otherwise: 'unit-inactive' },
    below: { attribute: 'tries', than: 2, otherwise: 'mandate-locked' },
  }),
  fewer: amend(entities.unit, unit, {
    ...{ state: ['active'], otherwise: 'unit-inactive' },
    fewer: { map: 'runs', entry: 'm', than: 1, otherwise: 'moment-runs-already' },
  }),
  demandUnread: demandUnread(entities.unit, entities.unit.key(unit), {
    ...{ state: ['active'], otherwise: 'media-unknown' as const },
  }),
  lists: demandUnread(entities.unit, entities.unit.key(unit), {
    without: { attribute: 'recalled', entry: '1.0', otherwise: 'version-recalled' },
    among: { attribute: 'offeredTo', anyOf: ['everyone', 'P'], otherwise: 'moment-not-offered' },
    otherwise: 'illegal-state' as const,
  }),
  keep: keep(entities.unit, unit),
};

const cancelled = (...CancellationReasons: CancellationReason[]) =>
  new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
const none: CancellationReason = { Code: 'None' };
const failed = (found?: object): CancellationReason => ({
  Code: 'ConditionalCheckFailed',
  ...(found ? { Item: marshall(found) } : {}),
});

describe('CARE-7 why a write was refused', () => {
  it.each([
    ['create', { version: 1 }, 'already-exists'],
    ['save', { version: 1 }, 'version-mismatch'],
    ['replace', undefined, 'not-found'],
    ['replace', { version: 8 }, 'version-mismatch'],
    ['replace', { version: 6 }, 'version-mismatch'],
    ['replace', {}, 'version-mismatch'],
    ['replace', { version: 7, state: 'ended' }, 'illegal-state'],
    ['remove', undefined, 'not-found'],
    ['remove', { version: 8 }, 'version-mismatch'],
    ['recreate', { version: 8 }, 'version-mismatch'],
    ['amend', undefined, 'not-found'],
    ['amend', { version: 9, state: 'inactive' }, 'unit-inactive'],
    ['without', { state: 'active', information: 'I' }, 'resident-has-opened'],
    ['without', { state: 'inactive' }, 'illegal-state'],
    ['below', { state: 'active', tries: 2 }, 'mandate-locked'],
    ['below', { state: 'inactive', tries: 1 }, 'unit-inactive'],
    ['below', { state: 'inactive' }, 'unit-inactive'],
    ['fewer', { state: 'active', runs: { m: 1 } }, 'moment-runs-already'],
    ['fewer', { state: 'inactive', runs: { m: 0 } }, 'unit-inactive'],
    ['fewer', { state: 'inactive' }, 'unit-inactive'],
    ['demandUnread', undefined, 'media-unknown'],
    ['demandUnread', { version: 9, state: 'removed' }, 'media-unknown'],
    ['lists', { recalled: { '1.0': 'then' }, offeredTo: ['Q'] }, 'moment-not-offered'],
    ['lists', { recalled: { '1.0': 'then' }, offeredTo: ['P'] }, 'version-recalled'],
    ['lists', { recalled: { '1.1': 'then' }, offeredTo: ['Q'] }, 'moment-not-offered'],
    ['lists', { offeredTo: ['Q'] }, 'moment-not-offered'],
    ['lists', { offeredTo: 'nobody' }, 'moment-not-offered'],
    ['lists', { recalled: {}, offeredTo: 'everyone' }, 'illegal-state'],
    ['lists', { recalled: {}, offeredTo: ['Q', 'P'] }, 'illegal-state'],
    ['lists', undefined, 'illegal-state'],
    ['keep', { version: 1 }, 'illegal-state'],
    ['demand', undefined, 'illegal-state'],
    ['demand', { version: 9, state: 'inactive' }, 'illegal-state'],
  ] as const)('%s, where %j stood, is %s', (act, found, code) => {
    expect(problemOf(cancelled(failed(found)), [changes[act]])?.code).toBe(code);
  });

  it('is told by the first change that failed, wherever it stands', () => {
    const all = [changes.demand, changes.replace, changes.create];
    expect(problemOf(cancelled(none, failed({ version: 8 }), none), all)?.code).toBe('version-mismatch');
    expect(problemOf(cancelled(none, none, failed({})), all)?.code).toBe('already-exists');
    expect(problemOf(cancelled(failed(), failed({ version: 8 }), none), all)?.code).toBe('illegal-state');
  });

  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is unavailable where DynamoDB says %s of any item, whatever it says of others',
    (Code) => {
      const reason = fc.constantFrom(none, failed(), failed({ version: 1 }));
      fc.assert(
        fc.property(fc.array(reason), fc.array(reason), (before, after) => {
          const error = cancelled(...before, { Code }, ...after);
          expect(problemOf(error, [changes.replace])?.code).toBe('unavailable');
        }),
      );
    },
  );

  it('is not for this reader where no change of ours failed, or the error is another', () => {
    expect(problemOf(cancelled(none, failed({})), [changes.replace])).toBeUndefined();
    expect(problemOf(cancelled({ Code: 'ValidationError' }), [changes.replace])).toBeUndefined();
    expect(problemOf(cancelled(), [changes.replace])).toBeUndefined();
    expect(problemOf(new Error('TransactionCanceledException'), [changes.replace])).toBeUndefined();
    expect(problemOf(undefined, [])).toBeUndefined();
  });
});

describe('AUT-7 two transactions at once', () => {
  it('are told from every other reason, whatever stood in the way of other items', () => {
    const conflict = { Code: 'TransactionConflict' };
    expect(isConflict(cancelled(none, conflict))).toBe(true);
    expect(isConflict(cancelled(failed({ version: 8 }), conflict))).toBe(true);
    expect(isConflict(cancelled(none, failed({ version: 8 })))).toBe(false);
    expect(isConflict(cancelled({ Code: 'ThrottlingError' }))).toBe(false);
    expect(isConflict(new Error('TransactionConflict'))).toBe(false);
  });
});

describe('CARE-7 the row of an earlier attempt', () => {
  it('is what stood in the way at its place, and only where its condition failed', () => {
    const error = cancelled(none, failed({ answer: 'first' }), { Code: 'TransactionConflict', Item: {} });
    expect([0, 1, 2, 3].map((at) => obstacleAt(error, at))).toEqual([
      undefined,
      { answer: 'first' },
      undefined,
      undefined,
    ]);
    expect(obstacleAt(new Error('other'), 0)).toBeUndefined();
  });
});
