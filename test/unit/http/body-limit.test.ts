import { describe, expect, it } from 'vitest';
import { bodyLimit } from '../../../shared/http/body-limit.ts';
import { refusal } from '../refusal.ts';
import { anEvent } from './an-event.ts';
import { aStaffContract } from './contract-examples.ts';

const refused = (body: string | null, limit?: number, isBase64Encoded = false) =>
  refusal(() =>
    bodyLimit(aStaffContract(limit === undefined ? {} : { bodyLimit: limit })).before({
      event: anEvent({ body, isBase64Encoded }),
    }),
  );

describe('SEC-3 the size of a body', () => {
  it('is at most 64 KB where its contract says nothing', () => {
    expect(refused('x'.repeat(64 * 1024))).toBeUndefined();
    expect(refused('x'.repeat(64 * 1024 + 1))).toBe('payload-too-large');
  });

  it('is at most what its contract says', () => {
    expect(refused('x'.repeat(100), 100)).toBeUndefined();
    expect(refused('x'.repeat(101), 100)).toBe('payload-too-large');
    expect(refused('x'.repeat(64 * 1024 + 1), 256 * 1024)).toBeUndefined();
  });

  it('counts bytes, not characters', () => {
    expect(refused('å'.repeat(50), 100)).toBeUndefined();
    expect(refused('å'.repeat(51), 100)).toBe('payload-too-large');
    expect(refused('👩'.repeat(25), 100)).toBeUndefined();
    expect(refused('👩'.repeat(26), 100)).toBe('payload-too-large');
  });

  it('counts the bytes that base64 stands for, not its letters', () => {
    const encoded = (bytes: number) => Buffer.alloc(bytes, 'x').toString('base64');
    expect(refused(encoded(100), 100, true)).toBeUndefined();
    expect(refused(encoded(101), 100, true)).toBe('payload-too-large');
    expect(refused(encoded(100), 100, false)).toBe('payload-too-large');
  });

  it('is nothing where there is no body', () => {
    expect(refused(null, 0)).toBeUndefined();
    expect(refused('', 0)).toBeUndefined();
  });
});
