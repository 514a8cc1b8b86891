import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import {
  type Attempt,
  firstAnswerIn,
  idempotencyItem,
} from '../../../shared/persistence/engine/idempotency.ts';
import { refusal } from '../refusal.ts';

const now = '2026-11-23T10:00:00.000Z';
const word = fc.string({ maxLength: 8 });
const attempt: fc.Arbitrary<Attempt> = fc.record({
  caller: word,
  operationId: word,
  key: word,
  input: fc.tuple(fc.dictionary(word, word), fc.jsonValue(), fc.nat()),
});
const keyOf = (of: Attempt) => {
  const { pk, sk } = idempotencyItem(of, { body: null }, now);
  return [pk, sk];
};

describe('CARE-7 the same request sent twice', () => {
  it('is given the first answer again', () => {
    fc.assert(
      fc.property(attempt, fc.jsonValue(), fc.option(fc.nat(), { nil: undefined }), (of, body, version) => {
        const first: unknown = JSON.parse(JSON.stringify({ body, version }));
        expect(firstAnswerIn(of, idempotencyItem(of, { body, version }, now))).toEqual(first);
      }),
    );
  });

  it('is told apart from another request under the same key', () => {
    fc.assert(
      fc.property(attempt, attempt, (of, { input }) => {
        fc.pre(digestOf(of.input) !== digestOf(input));
        const item = idempotencyItem(of, { body: null }, now);
        expect(refusal(() => firstAnswerIn({ ...of, input }, item))).toBe('idempotency-key-reused');
      }),
    );
  });

  it('is the same with its members in another order, and another with its lists in another', () => {
    const given = (input: unknown) => ({ caller: 'c', operationId: 'o', key: 'k', input });
    const item = idempotencyItem(given([{ a: 1, b: { c: [1, 2], d: 3 } }]), { body: 'first' }, now);
    expect(firstAnswerIn(given([{ b: { d: 3, c: [1, 2] }, a: 1 }]), item)).toEqual({ body: 'first' });
    expect(refusal(() => firstAnswerIn(given([{ a: 1, b: { c: [2, 1], d: 3 } }]), item))).toBe(
      'idempotency-key-reused',
    );
  });

  it('is looked for under its caller, operation and key together, and never under their text', () => {
    fc.assert(
      fc.property(attempt, attempt, (one, other) => {
        const names = ({ caller, operationId, key }: Attempt) => JSON.stringify([caller, operationId, key]);
        fc.pre(names(one) !== names(other));
        expect(keyOf(one)).not.toEqual(keyOf(other));
      }),
    );
    expect(keyOf({ caller: 'a', operationId: 'bc', key: 'd', input: 1 })).not.toEqual(
      keyOf({ caller: 'ab', operationId: 'c', key: 'd', input: 1 }),
    );
    const secret = { caller: 'c', operationId: 'o', key: 'a-key-of-the-caller', input: 1 };
    expect(JSON.stringify(idempotencyItem(secret, { body: null }, now))).not.toContain(secret.key);
  });

  it('is remembered for 48 hours', () => {
    const { expiresAt } = idempotencyItem(
      { caller: '', operationId: '', key: '', input: 1 },
      { body: 1 },
      now,
    );
    expect(expiresAt).toBe(Date.parse('2026-11-25T10:00:00Z') / 1000);
  });
});
