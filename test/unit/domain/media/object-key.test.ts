import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsInKey, objectKey } from '../../../../shared/domain/media/object-key.ts';

describe('MED-2 the key of an object', () => {
  it('is made of ids alone, and gives them back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (momentId, mediaId) => {
        const key = objectKey({ momentId, mediaId });
        expect(key).toMatch(/^moments\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
        expect(idsInKey(key)).toEqual({ momentId, mediaId });
      }),
    );
  });

  it.each(['', 'moments', 'moments/a/b', 'other/x/y', '../moments/x/y'])('is none of ours: “%s”', (key) => {
    expect(idsInKey(key)).toBeUndefined();
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(idsInKey(`moments/${one}/${other}/more`)).toBeUndefined();
    expect(idsInKey(`/moments/${one}/${other}`)).toBeUndefined();
  });
});
