import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable } from '../../../shared/persistence/engine/storable.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__');
const kept = (value: object): unknown =>
  unmarshall(marshall({ value: storable(value) }, { removeUndefinedValues: true }))['value'];

describe('CARE-7 a map by names that people chose', () => {
  it.each(inherited)('is kept with the name %s', (name) => {
    expect(kept({ [name]: 'x', other: [{ [name]: 1 }] })).toEqual({ [name]: 'x', other: [{ [name]: 1 }] });
  });

  it('is kept as it was, whatever it holds', () => {
    const name = fc.oneof(fc.constantFrom(...inherited), fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/));
    const { value } = fc.letrec<{ value: unknown; map: object }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('map'),
      ),
      map: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }), (map) => {
        expect(kept(map)).toEqual(map);
      }),
    );
  });
});
