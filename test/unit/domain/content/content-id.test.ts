import { describe, expect, it } from 'vitest';
import { contentId, keptContentId } from '../../../../shared/domain/content/content-id.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);

describe('AUT-8 an id that a designer’s tool makes', () => {
  it.each(inherited)('is never %s, which every object has', (name) => {
    expect(contentId.safeParse(name).success).toBe(false);
  });

  it('is told so, with what to do', () => {
    const { error } = contentId.safeParse('constructor');
    expect(error?.issues).toMatchObject([{ params: { said: { code: 'content-id-reserved' } } }]);
  });

  it('is read where it was made before that was a rule', () => {
    expect(keptContentId.parse('constructor')).toBe('constructor');
  });
});
