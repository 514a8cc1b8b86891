import { describe, expect, it } from 'vitest';
import { contentId } from '../../../../shared/domain/content/content-id.ts';

describe('AUT-8 a content id', () => {
  it.each(['a', '9', 'phq-9', 'a-', 'a'.repeat(64)])('may be %s', (id) => {
    expect(contentId.parse(id)).toBe(id);
  });

  it.each(['', '-a', 'A', 'å', 'a b', 'a_b', 'a/b', 'a#b', 'a\n', '__proto__', 'a'.repeat(65)])(
    'may not be %j',
    (id) => {
      expect(contentId.safeParse(id).success).toBe(false);
    },
  );
});
