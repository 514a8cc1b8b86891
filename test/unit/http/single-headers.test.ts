import { describe, expect, it } from 'vitest';
import { assertSingleHeaders } from '../../../shared/http/single-headers.ts';
import { problemIn } from '../refusal.ts';
import { anEvent } from './an-event.ts';

const pointers = (multiValueHeaders: Record<string, string[]>) =>
  problemIn(() => assertSingleHeaders(anEvent({ multiValueHeaders })))?.faults.map(({ pointer }) => pointer);

describe('ID-1, ID-8 a header that says who asks, or for whom', () => {
  it.each(['Authorization', 'acting-for', 'IF-MATCH', 'Idempotency-Key'])('%s is sent once', (name) => {
    expect(pointers({ [name]: ['a'] })).toBeUndefined();
    expect(pointers({ [name]: ['a', 'a'] })).toEqual([`/headers/${name.toLowerCase()}`]);
  });

  it('is one header in whatever case it is spelled', () => {
    expect(pointers({ 'Acting-For': ['a'], 'acting-for': ['b'] })).toEqual(['/headers/acting-for']);
  });

  it('is not missed for others that stand twice', () => {
    expect(pointers({ accept: ['a', 'b'], authorization: ['a'] })).toBeUndefined();
  });
});
